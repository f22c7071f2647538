import { fieldOfKey, type SettingsItems, versionKey } from './settings-items.ts';
import { isValidField, isValidMember, type ListField } from './valid-values.ts';

/**
 * The items of ours that `readSettings` cannot take as they lie there, in whole or in part: for the fields they hold the
 * reader has the defaults, or a part of a list. What is there is kept for an export before anything writes over it.
 * Never throws. What only a newer version knows is not damaged.
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
