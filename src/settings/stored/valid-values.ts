import * as v from 'valibot';
import { fieldSchemas } from '../read-settings.ts';
import type { Settings } from '../settings.ts';

/** Fields that are lists: one bad member costs only itself. */
export type ListField = 'topics' | 'hiddenEntities' | 'exceptions' | 'sites.patterns';

/** Whether the field accepts the value unchanged: the schemas repair what they can. Never throws. */
export function isValidField(field: keyof Settings, value: unknown): boolean {
  return isValid(fieldSchemas[field], value);
}

/** The same for one member of a list; for `topics` it is the pair of reference and choice. */
export function isValidMember(field: ListField, member: unknown): boolean {
  if (field === 'sites.patterns') return isValid(fieldSchemas.sites, { mode: 'only', patterns: [member] });
  if (field !== 'topics') return isValid(fieldSchemas[field], [member]);
  if (!Array.isArray(member) || member.length !== 2 || typeof member[0] !== 'string') return false;
  const reading = v.safeParse(fieldSchemas.topics, { [member[0]]: member[1] as unknown });
  return reading.success && Object.hasOwn(reading.output, member[0]);
}

function isValid(schema: v.GenericSchema<unknown, unknown>, value: unknown): boolean {
  const reading = v.safeParse(schema, value);
  return reading.success && agrees(reading.output, value);
}

/** Members that only a newer version knows may be missing from the parsed value. */
function agrees(read: unknown, stored: unknown): boolean {
  if (typeof read !== 'object' || read === null) return read === stored;
  if (typeof stored !== 'object' || stored === null) return false;
  if (Array.isArray(read) !== Array.isArray(stored)) return false;
  if (Array.isArray(read) && read.length !== (stored as readonly unknown[]).length) return false;
  const values = stored as Readonly<Record<string, unknown>>;
  return Object.entries(read).every(([key, value]) => {
    // An absent part stands for its default.
    return !Object.hasOwn(values, key) || agrees(value, values[key]);
  });
}
