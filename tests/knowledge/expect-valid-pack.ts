import { expect } from 'vitest';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { makeCardContent } from '../../src/view-models/make-card-content.ts';

type List = 'topics' | 'sources' | 'entities' | 'statements' | 'claims' | 'events';
const lists: readonly List[] = ['topics', 'sources', 'entities', 'statements', 'claims', 'events'];

/** What each of these fields refers to, anywhere in a pack. */
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
/** Listed by code points, independently of the reader's expression by properties. */
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
 * Checks that an accepted pack is valid, with its own code: it walks over the values and does not use the reader's
 * checks.
 */
export function expectValidPack(pack: Pack): void {
  // One expectation for all: one for each value would take longer than everything else done with ten thousand packs.
  expect([...findFaults(pack)]).toEqual([]);
}

function* findFaults(pack: Pack): Iterable<string> {
  const ids = new Map(lists.map((list) => [list, new Set(pack[list].map(({ id }) => id))]));
  for (const list of lists) if (ids.get(list)?.size !== pack[list].length) yield `${list}: an id twice`;
  yield* findUnsound(pack, '', ids);
  for (const kind of ['entity', 'statement'] as const) {
    for (const { id } of kind === 'entity' ? pack.entities : pack.statements) {
      if (makeCardContent(pack, kind, `${pack.id}/${id}`) === null) yield `no card of ${id}`;
    }
  }
}

/** Faults in the value of the field with this name, and in everything inside it. */
function* findUnsound(value: unknown, field: string, ids: ReadonlyMap<List, Set<string>>): Iterable<string> {
  if (typeof value === 'string') {
    if ([...value].some(isUnsafe)) yield `${field}: an unsafe character`;
    // A host with characters that no name may have is accepted: the link is dead, like one to a site that is gone.
    if (field === 'url' && !value.startsWith('https://')) yield `${field}: ${value}`;
    const target = targets[field];
    if (target && !ids.get(target)?.has(value)) yield `${field}: ${value} is not known`;
  } else if (Array.isArray(value)) {
    for (const item of value as unknown[]) yield* findUnsound(item, field, ids);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key in Object.prototype) yield `a field named ${key}`;
      yield* findUnsound(item, key, ids);
    }
  }
}
