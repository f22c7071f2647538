import browser, { type Runtime } from 'webextension-polyfill';
import { callBackground } from './call-background.ts';

/** Name of the port that a page holds while it changes packs. */
export const packChangePort = 'pack-change';

/**
 * Makes a change of the packs; the background tells every tab and page of it. It holds a port meanwhile, because this page may
 * be closed the moment the store has the change: it could then tell nobody, and tabs would go on with the former packs.
 * @param stopped aborts where `work` was ended and will never settle.
 */
export async function changePacks<Result>(
  work: () => Promise<Result>,
  stopped?: AbortSignal,
): Promise<Result> {
  const port = await connectToBackground();
  const closePort = () => port?.disconnect();
  stopped?.addEventListener('abort', closePort, { once: true });
  try {
    const result = await work();
    // Where it cannot be called, the end of the port tells it.
    await callBackground('announcePacks').catch(() => undefined);
    return result;
  } finally {
    closePort();
  }
}

/** Resolves when the background has the port; to undefined where it cannot be had: the change is the reader's, and goes first. */
function connectToBackground(): Promise<Runtime.Port | undefined> {
  return new Promise((resolve) => {
    const port = browser.runtime.connect({ name: packChangePort });
    port.onMessage.addListener(() => resolve(port));
    port.onDisconnect.addListener(() => {
      // Chromium writes "Unchecked runtime.lastError" to the page's console unless somebody looks at it.
      void browser.runtime.lastError;
      resolve(undefined);
    });
  });
}
