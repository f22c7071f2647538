import { readdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { BrowserName } from '../../../tools/browsers/find-browser.ts';
import { type LaunchedExtension, launchExtension } from '../../../tools/browsers/launch-extension.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeProfile } from './start-extension.ts';

/** Firefox removes an extension that was installed temporarily when it closes, and otherwise also all its data. */
const keepsData = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** @param kilobytes the limit for the data of all pages and extensions, -1 for none; the profile stores it */
export const limitSpace = (kilobytes: number) => ({
  'dom.quotaManager.temporaryStorage.fixedLimit': kilobytes,
});

/**
 * A new profile for each try of each test, so that an interrupted try leaves nothing behind.
 * @returns a function that starts the browser with it; it is closed at the end of the test
 */
export function useProfile(
  name: BrowserName,
): (firefoxPreferences?: Record<string, number>) => Promise<LaunchedExtension> {
  const profileFolder = makeProfile(name);
  let last: LaunchedExtension | undefined;
  onTestFinished(() => last?.close());
  return async (firefoxPreferences) => {
    // Puppeteer restores a Firefox profile's preferences after the browser has closed, a moment after it reports so.
    await waitFor(
      'the profile to be let go',
      async () => readdirSync(profileFolder),
      (files) => !files.some((file) => file.endsWith('.puppeteer')),
    );
    last = await launchExtension(name, {
      profileFolder,
      firefoxPreferences: { ...keepsData, ...firefoxPreferences },
    });
    return last;
  };
}

/** Ends the browser at once, as a crash or a power cut does. */
export async function killBrowser(extension: LaunchedExtension): Promise<void> {
  const process = extension.driver.browser.process();
  const ended = new Promise((resolve) => process?.once('exit', resolve));
  process?.kill('SIGKILL');
  await ended;
}
