import type { DrivenPage } from '../browsers/driven-page.ts';

type Scope = Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;

/** Fills `storage.sync` to its last byte, or removes the filling again. */
export async function fillStorage(surface: DrivenPage, isFull: boolean): Promise<void> {
  await surface.call(fill, isFull);
}

/** Runs in a page of the extension. */
async function fill(isFull: boolean): Promise<null> {
  const scope = globalThis as unknown as Scope;
  const { sync } = (scope.browser ?? scope.chrome).storage;
  const keys = Array.from({ length: 13 }, (_, i) => `filler${i}`);
  if (!isFull) {
    await sync.remove(keys);
    return null;
  }
  // Random letters, which no compression shrinks.
  const noise = (length: number) => {
    let text = '';
    while (text.length < length) text += Math.random().toString(36).slice(2);
    return text.slice(0, length);
  };
  for (const key of keys) {
    for (const length of [8_000, 1_000, 100]) {
      const isKept = await sync.set({ [key]: noise(length) }).then(
        () => true,
        () => false,
      );
      if (isKept) break;
    }
  }
  return null;
}
