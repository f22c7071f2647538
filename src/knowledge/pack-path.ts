import { quoteUntrusted } from './unsafe-text.ts';

/** One step into a pack's data: a field, or an item of a list with the item itself. */
export interface PathStep {
  readonly key: string | number;
  readonly isListItem: boolean;
  readonly value: unknown;
}

/**
 * `entities[ibm].names[0].text`: list items with an id are given by it, because an editor can search for an id but not
 * count to 73.
 */
export function formatPackPath(steps: readonly PathStep[]): string {
  let path = '';
  for (const { key, isListItem, value } of steps) {
    const name = quoteUntrusted(String(key));
    if (isListItem) path += `[${idOf(value) ?? name}]`;
    else path += path === '' ? name : `.${name}`;
  }
  return path;
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return undefined;
  const { id } = value as { id: unknown };
  return typeof id === 'string' && id !== '' ? quoteUntrusted(id) : undefined;
}
