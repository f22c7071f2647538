import browser from 'webextension-polyfill';
import { readStoredSettings } from '../storage/read-stored-settings.ts';

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Runs in the page; `page/interaction/show-notice.ts`. */
type ShowNotice = (words: string, styles: string) => void;

/**
 * @param styles of what `show` shows
 * @param say that something failed, and why in a language (`settings.language`)
 * @returns what says it in one frame, whether a content script answers there or not, and the reason by the tab's button until the
 * page is left; rejects where the browser lets no extension in
 */
export function createFailureReporter(
  show: ShowNotice,
  styles: string,
  say: (language: string, error: unknown) => { readonly inPage: string; readonly onButton: string },
) {
  return async ({ tabId, frameId }: Frame, error: unknown): Promise<void> => {
    const { language } = await readStoredSettings();
    const { inPage, onButton } = say(language, error);
    await browser.action.setTitle({ tabId, title: onButton });
    await browser.action.setBadgeText({ tabId, text: '!' });
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: show,
      args: [inPage, styles],
      injectImmediately: true,
    });
  };
}
