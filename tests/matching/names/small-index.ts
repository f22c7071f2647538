import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNames } from '../../../src/matching/names/find-names.ts';
import { type NameIndex, openNameIndex } from '../../../src/matching/names/name-index.ts';
import { type MatchedBlock, resolveMentions } from '../../../src/matching/names/resolve-mentions.ts';

export interface SmallEntity {
  readonly id: string;
  readonly topic?: string;
  readonly show?: 'always' | 'with-story';
  readonly weight?: number;
  readonly names: readonly (string | Name)[];
}

/** An index of invented entities; their references begin with `test/`. */
export function makeIndex(entities: readonly SmallEntity[]): NameIndex {
  return openNameIndex(
    compileNames(
      entities.map(({ id, topic = 'topic', show = 'always', weight = 1, names }) => ({
        ref: `test/${id}`,
        topic: `test/${topic}`,
        show,
        weight,
        names: names.map((name) => (typeof name === 'string' ? { text: name } : name)),
      })),
    ),
  );
}

export function matchBlocks(texts: readonly string[], index: NameIndex): MatchedBlock[] {
  return texts.map((text) => ({ text, matches: findNames(text, index) }));
}

/** The mentions, block by block, written `entity: text`. */
export function resolveTexts(texts: readonly string[], index: NameIndex): string[][] {
  return resolveMentions(matchBlocks(texts, index), index).map((mentions, block) =>
    mentions.map(({ entity, start, end }) => `${entity.slice(5)}: ${texts[block]?.slice(start, end)}`),
  );
}
