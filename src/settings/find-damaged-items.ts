import * as v from 'valibot';
import { fieldSchemas } from './read-settings.ts';
import { fieldOfKey, type SettingsItems, versionKey } from './settings-items.ts';

/**
 * The items of ours that `readSettings` cannot take as they lie there, in whole or in part: for the fields they hold the
 * reader has the defaults, or a part of a list. What is there is kept for an export before anything writes over it.
 * Never throws. What only a newer version knows is not damaged.
 */
export function findDamagedItems(items: SettingsItems): SettingsItems {
  return Object.fromEntries(Object.entries(items).filter(([key, value]) => isDamaged(key, value)));
}

function isDamaged(key: string, value: unknown): boolean {
  if (key === versionKey) return !(Number.isInteger(value) && (value as number) >= 1);
  const field = fieldOfKey(key);
  if (field === undefined) return false;
  const [, part] = /^settings\.[^.#]+(.*)$/.exec(key) ?? [];
  if (field === 'sites') {
    if (part === '.mode') return !isTaken(fieldSchemas.sites, { mode: value, patterns: [] });
    return !(isPiece(part, '.patterns') && areTaken(value, isPatternTaken));
  }
  if (field === 'topics') return !(isPiece(part) && areTaken(value, isTopicTaken));
  if (field === 'hiddenEntities' || field === 'exceptions') {
    const isMemberTaken = (member: unknown) => isTaken(fieldSchemas[field], [member]);
    return !(isPiece(part) && areTaken(value, isMemberTaken));
  }
  return part !== '' || !isTaken(fieldSchemas[field], value);
}

function isPiece(part: string | undefined, before = ''): boolean {
  return part?.startsWith(`${before}#`) === true && /^\d+$/.test(part.slice(before.length + 1));
}

function areTaken(members: unknown, isMemberTaken: (member: unknown) => boolean): boolean {
  return Array.isArray(members) && members.every(isMemberTaken);
}

function isPatternTaken(pattern: unknown): boolean {
  return isTaken(fieldSchemas.sites, { mode: 'only', patterns: [pattern] });
}

function isTopicTaken(entry: unknown): boolean {
  if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string') return false;
  const reading = v.safeParse(fieldSchemas.topics, { [entry[0]]: entry[1] });
  return reading.success && Object.hasOwn(reading.output, entry[0]);
}

/** The schema takes the value and changes nothing of it: schemas mend what they can. */
function isTaken(schema: v.GenericSchema<unknown, unknown>, value: unknown): boolean {
  const reading = v.safeParse(schema, value);
  return reading.success && agrees(reading.output, value);
}

/** Members that only a newer version knows may be missing from what was read. */
function agrees(read: unknown, stored: unknown): boolean {
  if (typeof read !== 'object' || read === null) return read === stored;
  if (typeof stored !== 'object' || stored === null) return false;
  if (Array.isArray(read) !== Array.isArray(stored)) return false;
  if (Array.isArray(read) && read.length !== (stored as readonly unknown[]).length) return false;
  const values = stored as Readonly<Record<string, unknown>>;
  return Object.entries(read).every(([key, value]) => {
    // A part that is absent stands for its default.
    return !Object.hasOwn(values, key) || agrees(value, values[key]);
  });
}
