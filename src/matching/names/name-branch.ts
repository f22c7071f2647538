/**
 * Names with the same first words, by the words that follow. Two words distinguish most names. Of thousands
 * with the same two ("University of …"), only those that continue as the text does may be compared with it.
 */
export interface NameBranch {
  /** Names without a further word, in the index's order. */
  readonly ends: number[];
  readonly next: Map<string, NameBranch>;
}

/**
 * Of names with the same words only this many are considered, the first in the index: each is judged by its
 * rule at every occurrence, and an honest spelling has two or three referents.
 */
export const maxAlike = 20;

/** @param pathsOf the following words, in each spelling of a name */
export function growBranch(
  ids: readonly number[],
  pathsOf: (id: number) => readonly (readonly string[])[],
): NameBranch {
  const root: NameBranch = { ends: [], next: new Map() };
  for (const id of ids) {
    for (const path of pathsOf(id)) {
      let branch = root;
      for (const word of path) {
        const next = branch.next.get(word) ?? { ends: [], next: new Map() };
        branch.next.set(word, next);
        branch = next;
      }
      if (branch.ends.length < maxAlike) branch.ends.push(id);
    }
  }
  return root;
}

/** Adds to `found` the names that continue as `words` do from `at`. */
export function collectNames(root: NameBranch, words: readonly string[], at: number, found: number[]): void {
  let branch: NameBranch | undefined = root;
  for (let i = at; branch !== undefined; i += 1) {
    for (const id of branch.ends) found.push(id);
    branch = i < words.length ? branch.next.get(words[i] as string) : undefined;
  }
}
