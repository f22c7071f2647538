import browser from 'webextension-polyfill';
import { damagedKey } from '../settings/settings-keys.ts';
import { addDamaged, type DamagedItem, readDamaged } from '../settings/stored/damaged-items.ts';
import type { SettingsItems } from '../settings/stored/settings-items.ts';

/** Where stored values that cannot be read are kept for an export. They are never read as settings again. */
export interface DamagedStore {
  read(): Promise<readonly DamagedItem[]>;
  /** Adds what is not kept yet. @throws where it cannot be kept. */
  keep(items: SettingsItems): Promise<void>;
  replace(items: readonly DamagedItem[]): Promise<void>;
}

export function openDamagedStore(): DamagedStore {
  const store = browser.storage.local;
  const read = async () => readDamaged((await store.get(damagedKey))[damagedKey]);
  const replace = async (items: readonly DamagedItem[]) => {
    if (items.length === 0) await store.remove(damagedKey);
    else await store.set({ [damagedKey]: items });
  };
  return {
    read,
    replace,
    async keep(items) {
      const kept = await read();
      const all = addDamaged(kept, items);
      if (all.length > kept.length) await replace(all);
    },
  };
}
