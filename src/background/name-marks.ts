import browser from 'webextension-polyfill';

/**
 * A seed that pages do not know. In Firefox it is the extension's address, which is random for each profile
 * and survives updates: a new version must find what the old one, destroyed with its world, has left in open
 * pages. In Chromium the address is public, and old scripts clean up themselves.
 */
const nameSeed =
  import.meta.env.MODE === 'firefox'
    ? () => browser.runtime.getURL('')
    : () => (ofThisStart ??= crypto.randomUUID());
let ofThisStart: string | undefined;

/**
 * Sixteen letters, different for each document, from which `settings/mark-style/mark-names.ts` derives the
 * names used in it.
 * @param startedAtMs `performance.timeOrigin` of the document
 */
export async function nameMarks(
  place: { readonly tabId: number; readonly frameId: number },
  startedAtMs: number,
): Promise<string> {
  const words = JSON.stringify([nameSeed(), place.tabId, place.frameId, startedAtMs]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
  const bytes = [...new Uint8Array(digest, 0, 8)];
  return bytes
    .flatMap((byte) => [byte >> 4, byte & 15])
    .map((half) => 'abcdefghijklmnop'[half])
    .join('');
}
