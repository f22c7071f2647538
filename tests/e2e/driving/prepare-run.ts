/**
 * Runs once before all end-to-end tests: makes the folder for everything that they write, and a Firefox profile. Each
 * start of Firefox uses a copy of it (`start-extension.ts`), because setting up a new profile and compiling the
 * browser's own scripts again doubles the processor time.
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
    /** Folder for whatever tests write: `makeTemporaryFolder`. */
    readonly temporaryFolder: string;
    /** Folder of a profile without the extension: to be copied, not used. */
    readonly firefoxProfile: string;
  }
}

export default async function prepareRun(project: TestProject): Promise<() => void> {
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'sidelight-e2e-'));
  const firefoxProfile = join(temporaryFolder, 'firefox-profile');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    timeout: startTimeoutMs,
    userDataDir: firefoxProfile,
  });
  // Firefox saves its caches only on a regular exit.
  await browser.close();
  project.provide('temporaryFolder', temporaryFolder);
  project.provide('firefoxProfile', firefoxProfile);
  // A browser that has just closed may still write.
  return () => rmSync(temporaryFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
