import { type NameFilter, onlyWord } from './name-filter.ts';
import { type IndexedName, type NamePattern, openNameIndex, type SearchableIndex } from './name-index.ts';

/**
 * The names that one page could hold, added as its words become known: what a page has instead of an index that would be
 * too large to lie in each. Names keep their ids when others come.
 */
export interface GrowingNameIndex extends SearchableIndex {
  /**
   * Adds what `select-names.ts` has chosen.
   * @throws RangeError where the bytes are no sound name index.
   */
  add(bytes: Uint8Array): void;
}

interface Part {
  readonly index: SearchableIndex;
  /** The id of its first name here. */
  readonly firstId: number;
}

interface Spelling {
  readonly second: string;
  readonly id: number;
}

class GrowingIndex implements GrowingNameIndex {
  nameCount = 0;
  filter: NameFilter = { words: new Map(), isAscii: true };
  readonly #parts: Part[] = [];
  readonly #spellings = new Map<string, Spelling[]>();
  readonly #seconds = new Set<string>();
  #order: number[] = [];

  add(bytes: Uint8Array): void {
    const index = openNameIndex(bytes) as SearchableIndex;
    for (const [word, following] of index.filter.words) {
      if (following === '') this.#seconds.add(word);
      else this.#addSpellings(index, word, following.split(' '));
    }
    this.#parts.push({ index, firstId: this.nameCount });
    this.nameCount += index.nameCount;
    this.#makeFilter();
  }

  #addSpellings(index: SearchableIndex, first: string, [start = '', ...seconds]: string[]): void {
    const spellings = this.#spellings.get(first) ?? [];
    this.#spellings.set(first, spellings);
    seconds.forEach((second, i) => {
      spellings.push({ second, id: this.nameCount + index.nameAt(Number(start) + i) });
      if (second !== onlyWord) this.#seconds.add(second);
    });
  }

  /** A few hundred names at most, so the whole is made again; places are only meant for the scan that asked for them. */
  #makeFilter(): void {
    const words = new Map<string, string>();
    this.#order = [];
    for (const [first, spellings] of this.#spellings) {
      words.set(first, `${this.#order.length} ${spellings.map(({ second }) => second).join(' ')}`);
      for (const { id } of spellings) this.#order.push(id);
    }
    for (const word of this.#seconds) if (!words.has(word)) words.set(word, '');
    this.filter = { words, isAscii: this.#parts.every(({ index }) => index.filter.isAscii) };
  }

  nameAt(place: number): number {
    const id = this.#order[place];
    if (id === undefined) throw new RangeError(`There is no spelling ${place} among ${this.#order.length}.`);
    return id;
  }

  pattern(nameId: number): NamePattern {
    const { index, firstId } = this.#partOf(nameId);
    return index.pattern(nameId - firstId);
  }

  name(nameId: number): IndexedName {
    const { index, firstId } = this.#partOf(nameId);
    return { ...index.name(nameId - firstId), id: nameId };
  }

  isAlwaysShown(nameId: number): boolean {
    const { index, firstId } = this.#partOf(nameId);
    return index.isAlwaysShown(nameId - firstId);
  }

  #partOf(nameId: number): Part {
    const part = this.#parts.findLast(({ firstId }) => firstId <= nameId);
    if (!part || nameId >= this.nameCount)
      throw new RangeError(`There is no name ${nameId} among ${this.nameCount}.`);
    return part;
  }
}

/** An index without names yet: those that a page needs of a large pack are added as they are brought. */
export function createGrowingNameIndex(): GrowingNameIndex {
  return new GrowingIndex();
}
