import * as v from 'valibot';
import type { SettingsItems } from './settings-items.ts';

/** A stored item that could not be read, unchanged. */
export interface InvalidItem {
  readonly key: string;
  readonly value: unknown;
}

/** Repeated damage must not fill the store; the first items kept are the ones that the reader made. */
const maxItems = 100;

/** UTF-16 units. Our own keys have about 30. */
const maxKeyLength = 200;

const InvalidItemSchema = v.object({
  key: v.pipe(v.string(), v.maxLength(maxKeyLength)),
  value: v.unknown(),
});

/** Nested objects and lists. Together with its wrapper, a kept value stays far below what a JSON reader refuses. */
const maxDepth = 8;

/** A value in storable form: one that nests too deep to be read back from a file becomes its JSON text. */
function toStorableValue(value: unknown): unknown {
  return isDeeper(value, maxDepth) ? JSON.stringify(value) : (value ?? null);
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** Never throws; any other value gives an empty list. */
export function readInvalid(stored: unknown): readonly InvalidItem[] {
  if (!Array.isArray(stored)) return [];
  return addInvalid(
    [],
    Object.entries(stored).flatMap(([, item]) => (v.is(InvalidItemSchema, item) ? [item] : [])),
  );
}

/** Each value once, ordered by key and value, so that the same ones always give the same list. */
export function addInvalid(
  existing: readonly InvalidItem[],
  items: SettingsItems | readonly InvalidItem[],
): readonly InvalidItem[] {
  const added = Array.isArray(items)
    ? (items as readonly InvalidItem[])
    : Object.entries(items).map(([key, value]) => ({ key, value }));
  const byContent = new Map<string, InvalidItem>();
  for (const item of [...existing, ...added]) {
    const key = item.key.slice(0, maxKeyLength);
    const value = toStorableValue(item.value);
    const content = JSON.stringify([key, value]);
    if (byContent.size < maxItems && !byContent.has(content)) byContent.set(content, { key, value });
  }
  return [...byContent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
