import { compileNames, type NamedEntity } from './compile-names.ts';
import { type NameFilter, onlyWord } from './name-filter.ts';
import type { NameIndex, SearchableIndex } from './name-index.ts';
import { namesOfIndex } from './names-of-index.ts';

/** Words of one page, folded as `readTexts` folds them. */
export interface WordRequest {
  /** Words that were not asked about before. */
  readonly words: readonly string[];
  /** Of the words asked about before, those that names have. */
  readonly known: readonly string[];
}

export interface WordAnswer {
  /** A name index (`compile-names.ts`) of the names that the new words make possible; undefined where there are none. */
  readonly names: Uint8Array | undefined;
  /** Those of the new words that names have. */
  readonly known: readonly string[];
}

/**
 * The names that could stand on a page that has these words, as far as their first two words tell; those that the known
 * words alone make possible were given before. Costs the page's words and what is found, whatever the number of names.
 * @param indexes of packs in their order: where two claim one spelling, the names keep it.
 */
export function selectNames(indexes: readonly NameIndex[], { words, known }: WordRequest): WordAnswer {
  const fresh = new Set(words);
  const all = new Set([...known, ...words]);
  const entities = indexes.flatMap((index): NamedEntity[] => namesOfIndex(index, idsFor(index, fresh, all)));
  return {
    names: entities.length > 0 ? compileNames(entities) : undefined,
    known: words.filter((word) => indexes.some(({ filter }) => filter.words.has(word))),
  };
}

function idsFor(index: NameIndex, fresh: ReadonlySet<string>, all: ReadonlySet<string>): number[] {
  const ids = new Set<number>();
  for (const place of placesFor(index.filter, fresh, all)) ids.add((index as SearchableIndex).nameAt(place));
  return [...ids].sort((a, b) => a - b);
}

function* placesFor(
  { words }: NameFilter,
  fresh: ReadonlySet<string>,
  all: ReadonlySet<string>,
): Generator<number> {
  for (const first of all) {
    const seconds = words.get(first);
    if (!seconds) continue;
    const isFresh = fresh.has(first);
    const [start = '', ...list] = seconds.split(' ');
    for (let i = 0; i < list.length; i++) {
      const second = list[i] as string;
      const isNew = second === onlyWord ? isFresh : all.has(second) && (isFresh || fresh.has(second));
      if (isNew) yield Number(start) + i;
    }
  }
}
