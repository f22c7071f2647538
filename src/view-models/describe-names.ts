import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Entity } from '../knowledge/pack-schema.ts';
import type { CardContent, RuledName } from './card-content.ts';

type Name = Entity['names'][number];

/** What a card says of an entity's names: which they are, and when they match. */
export function describeNames(
  lookup: PackLookup,
  entity: Entity,
): Pick<CardContent, 'names' | 'ruledNames' | 'isCommon'> {
  return {
    names: entity.names.map(({ text }) => text),
    ruledNames: entity.names
      .filter(({ needs, unless }) => needs !== undefined || unless !== undefined)
      .map((name) => describeRule(lookup, name)),
    isCommon: entity.show === 'with-story',
  };
}

/** The matcher knows how near a word must be; the card says only which words count. */
function describeRule(lookup: PackLookup, { text, needs, unless }: Name): RuledName {
  return {
    text,
    ...(needs && {
      needs: {
        words: listRuleWords(needs),
        entities: (needs.mentions ?? []).flatMap((id) => lookup.entity(id)?.title ?? []),
      },
    }),
    isPresumed: needs === undefined || needs.optional === true,
    unless: unless === undefined ? [] : listRuleWords(unless),
  };
}

type Reach = NonNullable<Name['unless']>;

function listRuleWords({ sentence = [], block = [], page = [] }: Reach): string[] {
  return [...new Set([...sentence, ...block, ...page])];
}
