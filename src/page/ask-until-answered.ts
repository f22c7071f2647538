import { keepListening } from './keep-listening.ts';

/**
 * Asks, and where that fails asks again each time the reader comes back to the page: a background that cannot be reached
 * while a browser starts, or while its extension is being updated, can be a moment later. No clock asks: a page that
 * nobody comes back to costs nothing, and a background that is broken is not called for ever.
 * @throws what the last question failed with, once the signal has stopped it.
 */
export async function askUntilAnswered<Answer>(
  view: Window,
  ask: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(await waitForReturn(view, signal))) throw error;
    }
  }
}

/** Resolves to true when a tab that was left is seen again, to false when the signal stopped the wait. */
function waitForReturn(view: Window, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  const { document } = view;
  return new Promise((resolve) => {
    const done = new AbortController();
    const finish = (isBack: boolean) => {
      done.abort();
      resolve(isBack);
    };
    const onReturn = () => document.visibilityState === 'visible' && finish(true);
    const listen = () => {
      document.addEventListener('visibilitychange', onReturn, { signal: done.signal });
      // Out of the cache for going back, where a tab may stay as visible as it was.
      view.addEventListener('pageshow', onReturn, { signal: done.signal });
    };
    keepListening(document, listen, done.signal);
    signal.addEventListener('abort', () => finish(false), { signal: done.signal });
  });
}
