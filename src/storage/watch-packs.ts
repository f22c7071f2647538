import browser from 'webextension-polyfill';

/** In storage.local: which packs are on, in which order, as the background last told of it (`announce-packs.ts`). */
export const packRevisionKey = 'packs.revision';

/**
 * Calls back after each change of the packs, from wherever it was made, until `signal` aborts. Pages of the web are told by the
 * background.
 */
export function watchPacks(onChange: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.hasOwn(changes, packRevisionKey)) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      try {
        browser.storage.local.onChanged.removeListener(listener);
      } catch {
        // The context is gone together with the listener, which is what was wanted.
      }
    },
    { once: true },
  );
}
