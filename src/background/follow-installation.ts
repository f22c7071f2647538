import browser from 'webextension-polyfill';
import { openWelcome } from '../browser-api/open-welcome.ts';
import { injectIntoOpenTabs } from './inject-scripts.ts';
import type { PageStart } from './page-start.ts';

/**
 * Handles the extension's installation and update, and the browser's start. Register it at once when the
 * background starts.
 * @param entersOpenTabs whether the browser itself injects content scripts into open tabs, as Firefox does
 */
export function followInstallation(pageStart: PageStart, entersOpenTabs: boolean): void {
  browser.runtime.onStartup.addListener(() => void pageStart.registerAgain().catch(() => undefined));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void pageStart.registerAgain().catch(() => undefined);
    if (!entersOpenTabs && (reason === 'install' || reason === 'update')) void injectIntoOpenTabs();
    if (reason === 'install') void openWelcome();
  });
}
