import { readSettings } from '../read-settings.ts';
import type { Settings } from '../settings.ts';
import { settingsVersion } from '../upgrade-settings.ts';
import { fieldOfKey, fromItems, type SettingsItems, toItems, versionKey } from './settings-items.ts';

/** The operations that change a store to the wanted settings. */
export interface ItemsPlan {
  readonly set: SettingsItems;
  readonly remove: readonly string[];
}

/**
 * Plans the change from `stored` to `wanted`. Touches only the items of fields that differ: another machine may be
 * changing the others at this moment, and an invalid item is left unchanged until the reader changes its field. With
 * `isWhole` every field is written, as after a reset.
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
    // Keeps the version of a newer Sidelight on another machine.
    if (key === versionKey) return stored[key] !== versionOf(stored) || versionOf(stored) < settingsVersion;
    return isTouched(key) && JSON.stringify(stored[key]) !== JSON.stringify(value);
  });
  const remove = Object.keys(stored).filter((key) => isTouched(key) && !Object.hasOwn(items, key));
  return { set: Object.fromEntries(set), remove };
}

/** The content of `stored` after the plan. */
export function applyPlan({ set, remove }: ItemsPlan, stored: SettingsItems): SettingsItems {
  const remaining = Object.entries(stored).filter(([key]) => !remove.includes(key));
  return { ...Object.fromEntries(remaining), ...set };
}

/** Fields changed by an upgrade may be stored in their former shape: all are rewritten. */
function isOlder(stored: SettingsItems): boolean {
  return versionOf(stored) < settingsVersion;
}

/** A missing or invalid version counts as the first. */
function versionOf(stored: SettingsItems): number {
  const version = stored[versionKey];
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
}
