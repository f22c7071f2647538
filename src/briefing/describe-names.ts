import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Entity } from '../knowledge/pack-schema.ts';
import type { CardContent, RuledName } from './card-content.ts';

type Name = Entity['names'][number];

/** What a card says of an entity's names: which they are, when they count, and which longer ones are another's. */
export function describeNames(
  lookup: PackLookup,
  entity: Entity,
): Pick<CardContent, 'names' | 'ruledNames' | 'isCommon' | 'longerNames'> {
  const names = entity.names.map(({ text }) => text);
  return {
    names,
    ruledNames: entity.names
      .filter(({ needs, unless }) => needs !== undefined || unless !== undefined)
      .map((name) => describeRule(lookup, name)),
    isCommon: entity.show === 'with-story',
    longerNames: findLongerNames(lookup, entity.id, names),
  };
}

/** How near a word must stand is the matcher's business; a reader is told which words count. */
function describeRule(lookup: PackLookup, { text, needs, unless }: Name): RuledName {
  return {
    text,
    ...(needs && {
      needs: {
        words: wordsOf(needs),
        entities: (needs.mentions ?? []).flatMap((id) => lookup.entity(id)?.title ?? []),
      },
    }),
    isPresumed: needs === undefined || needs.optional === true,
    unless: unless === undefined ? [] : wordsOf(unless),
  };
}

type Reach = NonNullable<Name['unless']>;

function wordsOf({ sentence = [], block = [], page = [] }: Reach): string[] {
  return [...new Set([...sentence, ...block, ...page])];
}

function findLongerNames(lookup: PackLookup, id: string, names: readonly string[]): string[] {
  const longer = new Set<string>();
  for (const other of lookup.pack.entities) {
    if (other.id === id) continue;
    for (const { text } of other.names) {
      if (names.some((name) => name.length < text.length && text.includes(name))) longer.add(text);
    }
  }
  return [...longer];
}
