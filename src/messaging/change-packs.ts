import browser, { type Runtime } from 'webextension-polyfill';
import { callBackground } from './call-background.ts';

/** Name of the port that a page keeps open while it changes packs. */
export const packChangePort = 'pack-change';

/**
 * Changes the packs and has the background notify every tab and page. Keeps a port open meanwhile: this page
 * may be closed the moment the store has the change. It could then notify nobody, and tabs would continue
 * with the old packs.
 * @param stopped aborts if `work` was cancelled and will never settle
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
    // If the call fails, the closing port reports the change.
    await callBackground('announcePacks').catch(() => undefined);
    return result;
  } finally {
    closePort();
  }
}

/**
 * Resolves once the background has the port; to undefined if that fails, because the reader's change takes
 * precedence.
 */
function connectToBackground(): Promise<Runtime.Port | undefined> {
  return new Promise((resolve) => {
    const port = browser.runtime.connect({ name: packChangePort });
    port.onMessage.addListener(() => resolve(port));
    port.onDisconnect.addListener(() => {
      // Chromium logs "Unchecked runtime.lastError" to the page's console unless it is read.
      void browser.runtime.lastError;
      resolve(undefined);
    });
  });
}
