import browser from 'webextension-polyfill';
import { readStoredSettings } from './read-stored-settings.ts';

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Runs in the page; `page/show-notice.ts`. */
type ShowNotice = (words: string) => void;

/**
 * @param say why something failed, in a language (`settings.language`)
 * @returns what says it in one frame, whether a content script answers there or not; rejects where the browser lets no extension in
 */
export function makeTellFailure(show: ShowNotice, say: (language: string, error: unknown) => string) {
  return async ({ tabId, frameId }: Frame, error: unknown): Promise<void> => {
    const { language } = await readStoredSettings();
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: show,
      args: [say(language, error)],
      injectImmediately: true,
    });
  };
}
