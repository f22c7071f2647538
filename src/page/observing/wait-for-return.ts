import { keepListening } from '../dom/keep-listening.ts';

/** Resolves to true the next time that the tab comes to be seen, to false when the signal stopped the wait. */
export function waitForReturn(view: Window, signal: AbortSignal): Promise<boolean> {
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

/** The same, but at once where it can be seen already. */
export function waitUntilVisible(view: Window, signal: AbortSignal): Promise<boolean> {
  const isVisible = view.document.visibilityState === 'visible' && !signal.aborted;
  return isVisible ? Promise.resolve(true) : waitForReturn(view, signal);
}
