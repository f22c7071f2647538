/**
 * Runs once before all end-to-end tests: starts Firefox without the extension and keeps its profile. Every start in the
 * tests uses a copy (`start-extension.ts`), because a Firefox that sets up a new profile and compiles its own scripts
 * takes twice as much processor time, about forty times in a run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { startTimeoutMs } from '../../../tools/browsers/extension-driver.ts';
import { requireBrowser } from '../../../tools/browsers/find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a profile without the extension: to be copied, not used. */
    readonly firefoxProfile: string;
  }
}

export default async function makeFirefoxProfile(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    timeout: startTimeoutMs,
    userDataDir: folder,
  });
  // Firefox saves its caches only on a regular exit.
  await browser.close();
  project.provide('firefoxProfile', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
