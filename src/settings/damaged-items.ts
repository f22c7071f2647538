import * as v from 'valibot';
import type { SettingsItems } from './settings-items.ts';

/** A stored item that could not be read, as it lay there. */
export interface DamagedItem {
  readonly key: string;
  readonly value: unknown;
}

/** Values damaged again and again must not fill the store; those kept first are the ones that the reader made. */
const mostItems = 100;

const DamagedItemSchema = v.object({ key: v.pipe(v.string(), v.maxLength(200)), value: v.unknown() });

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
  for (const { key, value } of [...kept, ...added]) {
    const content = JSON.stringify([key, value ?? null]);
    if (byContent.size < mostItems && !byContent.has(content))
      byContent.set(content, { key, value: value ?? null });
  }
  return [...byContent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
