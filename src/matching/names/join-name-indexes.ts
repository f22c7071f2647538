import type { IndexedName, NameIndex, NamePattern } from './name-index.ts';

/**
 * Several packs' names as one index, in the packs' order. A name's id is its id in its own pack's index plus
 * the number of names in the packs before. Copies and compiles nothing.
 */
export function joinNameIndexes(indexes: readonly NameIndex[]): NameIndex {
  const [only] = indexes;
  return only && indexes.length === 1 ? only : new JoinedIndex(indexes);
}

class JoinedIndex implements NameIndex {
  readonly nameCount: number;
  readonly #indexes: readonly NameIndex[];
  /** The id of each index's first name. */
  readonly #firstIds: readonly number[];

  constructor(indexes: readonly NameIndex[]) {
    let nameCount = 0;
    this.#indexes = indexes;
    this.#firstIds = indexes.map((index) => {
      const firstId = nameCount;
      nameCount += index.nameCount;
      return firstId;
    });
    this.nameCount = nameCount;
  }

  name(nameId: number): IndexedName {
    const { index, ownId } = this.#locate(nameId);
    return { ...index.name(ownId), id: nameId };
  }

  pattern(nameId: number): NamePattern {
    const { index, ownId } = this.#locate(nameId);
    return index.pattern(ownId);
  }

  isAlwaysShown(nameId: number): boolean {
    const { index, ownId } = this.#locate(nameId);
    return index.isAlwaysShown(ownId);
  }

  namesAt(words: readonly string[], at: number): readonly number[] {
    return this.#indexes.flatMap((index, number) => {
      const firstId = this.#firstIds[number] as number;
      return index.namesAt(words, at).map((ownId) => firstId + ownId);
    });
  }

  #locate(nameId: number): { index: NameIndex; ownId: number } {
    const number = this.#firstIds.findLastIndex((firstId) => firstId <= nameId);
    const index = this.#indexes[number];
    if (!index) throw new RangeError(`There is no name ${nameId} among ${this.nameCount}.`);
    return { index, ownId: nameId - (this.#firstIds[number] as number) };
  }
}
