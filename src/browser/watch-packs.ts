import browser from 'webextension-polyfill';

const revisionKey = 'packs.revision';

/** Tells every context, sleeping ones too, that packs were imported, enabled, ordered or removed. */
export async function announcePacks(): Promise<void> {
  await browser.storage.local.set({ [revisionKey]: crypto.randomUUID() });
}

/**
 * Calls back after each change of the packs, from wherever it was made, until `signal` aborts. Through `storage.local` and not a
 * BroadcastChannel, because content scripts are to hear it too, and theirs is the page's.
 */
export function watchPacks(onChange: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.hasOwn(changes, revisionKey)) onChange();
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
