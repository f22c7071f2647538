import browser from 'webextension-polyfill';
import { openWelcome } from '../browser-api/open-welcome.ts';
import { injectIntoOpenTabs } from './inject-scripts.ts';
import type { PageStart } from './page-start.ts';

/**
 * Does what is due when the extension was installed or updated, or the browser started. Registered at once when the background starts.
 * @param entersOpenTabs whether the browser brings content scripts to tabs that are open by itself, as Firefox does
 */
export function followInstallation(pageStart: PageStart, entersOpenTabs: boolean): void {
  browser.runtime.onStartup.addListener(() => void pageStart.registerAgain().catch(() => undefined));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void pageStart.registerAgain().catch(() => undefined);
    if (!entersOpenTabs && (reason === 'install' || reason === 'update')) void injectIntoOpenTabs();
    if (reason === 'install') void openWelcome();
  });
}
