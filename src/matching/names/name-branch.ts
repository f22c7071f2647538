/**
 * Names that begin with the same words, by the words that follow. Two words tell most names apart; of thousands that begin with the
 * same two ("University of …"), none but those that go on as the text does may be compared with it.
 */
export interface NameBranch {
  /** Names that have no further word, in the index's order. */
  readonly ends: number[];
  readonly next: Map<string, NameBranch>;
}

/**
 * As many names are looked at that have the same words, the first of the index: each is judged by its rule wherever it stands,
 * and an honest spelling has two or three bearers.
 */
export const maxAlike = 20;

/** @param pathsOf the words that follow, in each spelling of a name */
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

/** Adds to `found` the names that go on as `words` do from `at`. */
export function collectNames(root: NameBranch, words: readonly string[], at: number, found: number[]): void {
  let branch: NameBranch | undefined = root;
  for (let i = at; branch !== undefined; i += 1) {
    for (const id of branch.ends) found.push(id);
    branch = i < words.length ? branch.next.get(words[i] as string) : undefined;
  }
}
