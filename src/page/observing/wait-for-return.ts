import { reattachListeners } from '../dom/reattach-listeners.ts';

/** Resolves to true the next time that the tab comes to be seen, to false when the signal stopped the wait. */
export function waitForReturn(win: Window, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  const { document } = win;
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
      win.addEventListener('pageshow', onReturn, { signal: done.signal });
    };
    reattachListeners(document, listen, done.signal);
    signal.addEventListener('abort', () => finish(false), { signal: done.signal });
  });
}

/** The same, but at once where it can be seen already. */
export function waitUntilVisible(win: Window, signal: AbortSignal): Promise<boolean> {
  const isVisible = win.document.visibilityState === 'visible' && !signal.aborted;
  return isVisible ? Promise.resolve(true) : waitForReturn(win, signal);
}
