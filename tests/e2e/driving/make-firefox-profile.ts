/**
 * Runs once before all end-to-end tests: starts Firefox without the extension and keeps the profile that it leaves. Copies of
 * it serve every start of the tests (`start-extension.ts`), because a Firefox that has to set up a new profile and read its
 * own scripts anew takes twice as much of the processor, some forty times a run.
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
    /** Folder of a profile that knows no extension: to be copied, not used. */
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
  // Only a Firefox that ends in order writes down what it has learned.
  await browser.close();
  project.provide('firefoxProfile', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
