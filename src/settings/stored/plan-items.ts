import { readSettings } from '../read-settings.ts';
import type { Settings } from '../settings.ts';
import { settingsVersion } from '../upgrade-settings.ts';
import { fieldOfKey, fromItems, type SettingsItems, toItems, versionKey } from './settings-items.ts';

/** What a store must do to hold other settings than it holds. */
export interface ItemsPlan {
  readonly set: SettingsItems;
  readonly remove: readonly string[];
}

/**
 * Brings `stored` from the settings that it holds to `wanted`. Only the items of fields that differ are touched: another
 * machine may be changing the others at this moment, and an item that cannot be read stays as it is until the reader
 * changes its field. With `isWhole` every field is written, as after a reset.
 */
export function planItems(stored: SettingsItems, wanted: Settings, isWhole = false): ItemsPlan {
  const held = readSettings(fromItems(stored));
  const items = toItems(wanted);
  const isAll = isWhole || isOlder(stored);
  const isTouched = (key: string) => {
    const field = fieldOfKey(key);
    if (field === undefined) return false;
    return isAll || JSON.stringify(held[field]) !== JSON.stringify(wanted[field]);
  };
  const set = Object.entries(items).filter(([key, value]) => {
    // The version of a newer Sidelight on another machine is left.
    if (key === versionKey) return stored[key] !== versionOf(stored) || versionOf(stored) < settingsVersion;
    return isTouched(key) && JSON.stringify(stored[key]) !== JSON.stringify(value);
  });
  const remove = Object.keys(stored).filter((key) => isTouched(key) && !Object.hasOwn(items, key));
  return { set: Object.fromEntries(set), remove };
}

/** What `stored` is when the plan is carried out. */
export function applyPlan({ set, remove }: ItemsPlan, stored: SettingsItems): SettingsItems {
  const remaining = Object.entries(stored).filter(([key]) => !remove.includes(key));
  return { ...Object.fromEntries(remaining), ...set };
}

/** Fields that an upgrade has changed may lie there in their former shape: they are all written anew. */
function isOlder(stored: SettingsItems): boolean {
  return versionOf(stored) < settingsVersion;
}

/** What has no version, or a nonsensical one, is read as the first. */
function versionOf(stored: SettingsItems): number {
  const version = stored[versionKey];
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
}
