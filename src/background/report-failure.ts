import browser from 'webextension-polyfill';
import { readStoredSettings } from '../storage/read-stored-settings.ts';

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Runs in the page; `page/interaction/show-notice.ts`. */
type ShowNotice = (words: string) => void;

/**
 * @param say describes the failure and its reason in a language (`settings.language`)
 * @returns a function that shows both in one frame, whether or not a content script answers there, and the
 * reason on the tab's button until the page is left; rejects if extensions may not enter the page
 */
export function createFailureReporter(
  show: ShowNotice,
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
      args: [inPage],
      injectImmediately: true,
    });
  };
}
