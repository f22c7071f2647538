import { expect } from 'vitest';
import { makeCardContent } from '../../src/briefing/make-card-content.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';

type List = 'topics' | 'sources' | 'entities' | 'statements' | 'claims' | 'events';
const lists: readonly List[] = ['topics', 'sources', 'entities', 'statements', 'claims', 'events'];

/** What each of these fields names, wherever in a pack it stands. */
const targets: Readonly<Record<string, List>> = {
  topic: 'topics',
  about: 'entities',
  related: 'entities',
  mentions: 'entities',
  entity: 'entities',
  source: 'sources',
  cites: 'sources',
  summaryCites: 'sources',
  editionOf: 'sources',
};
/** Spelled out by code points, beside the reader's own expression by properties. */
const unsafe: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
];

function isUnsafe(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return unsafe.some(([first, last]) => first <= point && point <= last);
}

/**
 * Whether a pack that was accepted is what an accepted pack must be, by means of its own: it walks over the values and
 * knows nothing of how the reader checks them.
 */
export function expectSoundPack(pack: Pack): void {
  const ids = new Map(lists.map((list) => [list, new Set(pack[list].map(({ id }) => id))]));
  for (const list of lists) expect(ids.get(list)?.size).toBe(pack[list].length);
  const look = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      expect([...value].some(isUnsafe)).toBe(false);
      // A host of characters that no name may have is accepted: the link leads nowhere, as one to a site that is gone does.
      if (field === 'url') expect(value).toMatch(/^https:\/\//);
      const target = targets[field];
      if (target) expect(ids.get(target)).toContain(value);
    } else if (Array.isArray(value)) {
      for (const item of value as unknown[]) look(item, field);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        expect(key in Object.prototype).toBe(false);
        look(item, key);
      }
    }
  };
  look(pack, '');
  for (const { id } of pack.entities)
    expect(makeCardContent(pack, 'entity', `${pack.id}/${id}`)).not.toBeNull();
  for (const { id } of pack.statements) {
    expect(makeCardContent(pack, 'statement', `${pack.id}/${id}`)).not.toBeNull();
  }
}
