import type { Failure } from '../failure.ts';
import type { SettingsItems } from './settings-items.ts';

/**
 * The limits of `storage.sync` in both browsers:
 * https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
const storageLimits = { itemBytes: 8_192, items: 512, bytes: 102_400 } as const;

/** Why the store would refuse `items` (all of them, not only ours), or undefined if they fit. */
export function findOverflow(items: SettingsItems): Failure | undefined {
  const entries = Object.entries(items);
  if (entries.length > storageLimits.items)
    return { code: 'tooManySettings', values: { count: entries.length, most: storageLimits.items } };
  for (const [key, value] of entries) {
    // Browsers count the key and the JSON of the value.
    const itemBytes = utf8Length(key) + utf8Length(JSON.stringify(value) ?? '');
    if (itemBytes > storageLimits.itemBytes) {
      return { code: 'settingTooLarge', values: { bytes: itemBytes, most: storageLimits.itemBytes } };
    }
  }
  const bytes = storedBytes(items);
  if (bytes <= storageLimits.bytes) return undefined;
  return { code: 'settingsTooLarge', values: { bytes, most: storageLimits.bytes } };
}

/** The total size of the items: Firefox counts the JSON of all, Chromium four bytes less for each. */
export function storedBytes(items: SettingsItems): number {
  return utf8Length(JSON.stringify(items));
}

/** `TextEncoder` is not part of ECMAScript, which is all that this layer may use. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}
