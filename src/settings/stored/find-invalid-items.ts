import { fieldOfKey, type SettingsItems, versionKey } from './settings-items.ts';
import { isValidField, isValidMember, type ListField } from './valid-values.ts';

/**
 * Our stored items that `readSettings` cannot read in whole or in part: their fields fall back to defaults, or lists
 * lose members. The raw values are kept for an export before anything overwrites them. Never throws. Values that only a
 * newer version knows are not invalid.
 */
export function findInvalidItems(items: SettingsItems): SettingsItems {
  return Object.fromEntries(Object.entries(items).filter(([key, value]) => isInvalid(key, value)));
}

function isInvalid(key: string, value: unknown): boolean {
  if (key === versionKey) return !(Number.isInteger(value) && (value as number) >= 1);
  const field = fieldOfKey(key);
  if (field === undefined) return false;
  const [, part] = /^settings\.[^.#]+(.*)$/.exec(key) ?? [];
  if (field === 'sites') {
    if (part === '.mode') return !isValidField('sites', { mode: value, patterns: [] });
    return !(isPiece(part, '.patterns') && areValid('sites.patterns', value));
  }
  if (field === 'topics' || field === 'hiddenEntities' || field === 'exceptions') {
    return !(isPiece(part) && areValid(field, value));
  }
  return part !== '' || !isValidField(field, value);
}

function isPiece(part: string | undefined, before = ''): boolean {
  return part?.startsWith(`${before}#`) === true && /^\d+$/.test(part.slice(before.length + 1));
}

function areValid(field: ListField, members: unknown): boolean {
  return Array.isArray(members) && members.every((member) => isValidMember(field, member));
}
