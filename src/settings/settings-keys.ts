/** Every item of the store that belongs to the settings begins with this. */
export const settingsKeyPrefix = 'settings.';

/** Whether a change of this key in the store concerns the settings. */
export function isSettingsKey(key: string): boolean {
  return key.startsWith(settingsKeyPrefix);
}

/** Whether the built-in pack is on: a change of it is a change of the packs. */
export const builtInPackKey = `${settingsKeyPrefix}builtInPackEnabled`;

/** In storage.local: changes that storage.sync has not taken yet. */
export const journalKey = 'settings-journal';

/** In storage.local: items of the settings that could not be read, as they lay there before they were written over. */
export const invalidItemsKey = 'settings-damaged';

/** Whether items with these keys, changed in this area of the browser's storage, are settings or changes still to be written. */
export function concernsSettings(keys: readonly string[], area: string): boolean {
  if (area === 'sync') return keys.some(isSettingsKey);
  return area === 'local' && keys.includes(journalKey);
}
