import * as v from 'valibot';
import type { SettingsItems } from './settings-items.ts';

/** A stored item that could not be read, as it lay there. */
export interface DamagedItem {
  readonly key: string;
  readonly value: unknown;
}

/** Values damaged again and again must not fill the store; those kept first are the ones that the reader made. */
const mostItems = 100;

/** UTF-16 units. Our own keys have some 30. */
const mostKeyLength = 200;

const DamagedItemSchema = v.object({
  key: v.pipe(v.string(), v.maxLength(mostKeyLength)),
  value: v.unknown(),
});

/** Objects and lists inside each other. With those around it, a value that is kept is far from what a reader of JSON refuses. */
const mostDepth = 8;

/** A value as it is kept: one that nests too deep to be read back from a file, as its JSON text. */
function toKeptValue(value: unknown): unknown {
  return isDeeper(value, mostDepth) ? JSON.stringify(value) : (value ?? null);
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** Never throws; what is no such list is none. */
export function readDamaged(stored: unknown): readonly DamagedItem[] {
  if (!Array.isArray(stored)) return [];
  return addDamaged(
    [],
    Object.entries(stored).flatMap(([, item]) => (v.is(DamagedItemSchema, item) ? [item] : [])),
  );
}

/** Each value once, ordered by key and value so that the same ones always give the same list. */
export function addDamaged(
  kept: readonly DamagedItem[],
  items: SettingsItems | readonly DamagedItem[],
): readonly DamagedItem[] {
  const added = Array.isArray(items)
    ? (items as readonly DamagedItem[])
    : Object.entries(items).map(([key, value]) => ({ key, value }));
  const byContent = new Map<string, DamagedItem>();
  for (const item of [...kept, ...added]) {
    const key = item.key.slice(0, mostKeyLength);
    const value = toKeptValue(item.value);
    const content = JSON.stringify([key, value]);
    if (byContent.size < mostItems && !byContent.has(content)) byContent.set(content, { key, value });
  }
  return [...byContent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
