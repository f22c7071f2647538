/** Every item of the store that belongs to the settings begins with this. */
export const settingsKeyPrefix = 'settings.';

/** Whether a change of this key in the store concerns the settings. */
export function isSettingsKey(key: string): boolean {
  return key.startsWith(settingsKeyPrefix);
}
