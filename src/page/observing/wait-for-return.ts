import { reattachListeners } from '../dom/reattach-listeners.ts';

/** Resolves to true the next time the tab becomes visible, to false when the signal aborts. */
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
      // Restored from the back/forward cache, where a tab's visibility may not change.
      win.addEventListener('pageshow', onReturn, { signal: done.signal });
    };
    reattachListeners(document, listen, done.signal);
    signal.addEventListener('abort', () => finish(false), { signal: done.signal });
  });
}

/** The same, but at once if the tab is visible already. */
export function waitUntilVisible(win: Window, signal: AbortSignal): Promise<boolean> {
  const isVisible = win.document.visibilityState === 'visible' && !signal.aborted;
  return isVisible ? Promise.resolve(true) : waitForReturn(win, signal);
}
