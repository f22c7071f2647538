import browser from 'webextension-polyfill';
import { invalidItemsKey } from '../settings/settings-keys.ts';
import { addInvalid, type InvalidItem, readInvalid } from '../settings/stored/invalid-items.ts';
import type { SettingsItems } from '../settings/stored/settings-items.ts';

/** Stores unreadable values for an export. They are never read as settings again. */
export interface InvalidItemStore {
  read(): Promise<readonly InvalidItem[]>;
  /**
   * Adds the items that it does not have yet.
   * @throws if they cannot be stored
   */
  add(items: SettingsItems): Promise<void>;
  replace(items: readonly InvalidItem[]): Promise<void>;
}

export function openInvalidItemStore(): InvalidItemStore {
  const store = browser.storage.local;
  const read = async () => readInvalid((await store.get(invalidItemsKey))[invalidItemsKey]);
  const replace = async (items: readonly InvalidItem[]) => {
    if (items.length === 0) await store.remove(invalidItemsKey);
    else await store.set({ [invalidItemsKey]: items });
  };
  return {
    read,
    replace,
    async add(items) {
      const existing = await read();
      const all = addInvalid(existing, items);
      if (all.length > existing.length) await replace(all);
    },
  };
}
