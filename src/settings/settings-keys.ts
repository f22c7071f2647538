/** The prefix of every stored item that belongs to the settings. */
export const settingsKeyPrefix = 'settings.';

/** Whether a change of this key in the store concerns the settings. */
export function isSettingsKey(key: string): boolean {
  return key.startsWith(settingsKeyPrefix);
}

/** Whether the built-in pack is on: a change of it is a change of the packs. */
export const builtInPackKey = `${settingsKeyPrefix}builtInPackEnabled`;

/** In storage.local: changes that storage.sync has not accepted yet. */
export const journalKey = 'settings-journal';

/** In storage.local: invalid items of the settings, as they were before they were overwritten. */
export const invalidItemsKey = 'settings-damaged';

/** Whether items with these keys, changed in this storage area, are settings or pending changes. */
export function concernsSettings(keys: readonly string[], area: string): boolean {
  if (area === 'sync') return keys.some(isSettingsKey);
  return area === 'local' && keys.includes(journalKey);
}
