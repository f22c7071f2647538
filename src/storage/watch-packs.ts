import browser from 'webextension-polyfill';

/**
 * In storage.local: the enabled packs and their order, as the background last announced them
 * (`announce-packs.ts`).
 */
export const packRevisionKey = 'packs.revision';

/**
 * Reports each change of the packs, from any context, until `signal` aborts. The background notifies pages of
 * the web.
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
        // The context has gone together with the listener, as intended.
      }
    },
    { once: true },
  );
}
