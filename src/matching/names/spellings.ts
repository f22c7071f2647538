/** The first two words of every spelling of a name, by which names are looked up. */
export interface Spellings {
  /**
   * The positions in the index of the spellings that start with a folded word, by the second word: `onlyWord`
   * for spellings of one word. Undefined if no spelling starts with it.
   */
  following(first: string): ReadonlyMap<string, readonly number[]> | undefined;
}

/** Represents the missing second word of a spelling with only one. */
export const onlyWord = '.';

const betweenLists = '\n\n';

/**
 * Two lists of lines, as text, which every browser store preserves as it is: first words; and for each of
 * them the position of its first spelling, then the second words of that spelling and the following ones,
 * separated by spaces.
 * @param spellings the folded words of each spelling, in the index's order: those with the same first word
 * are adjacent
 */
export function compileSpellings(spellings: readonly (readonly string[])[]): string {
  const following = new Map<string, string>();
  spellings.forEach(([first = '', second = onlyWord], place) => {
    following.set(first, `${following.get(first) ?? place} ${second}`);
  });
  return [[...following.keys()], [...following.values()]].map((list) => list.join('\n')).join(betweenLists);
}

/** Opens the output of `compileSpellings`. For any other text, no spelling is ever found. */
export function openSpellings(text: string): Spellings {
  const [firsts = [], lines = []] = text.split(betweenLists).map((list) => list.split('\n'));
  const lineByFirst = new Map(firsts.map((first, number) => [first, lines[number] ?? '']));
  /** A line is split on first use of its word: a pack may have a hundred thousand lines. */
  const opened = new Map<string, ReadonlyMap<string, readonly number[]>>();
  return {
    following(first) {
      const known = opened.get(first);
      if (known) return known;
      const line = lineByFirst.get(first);
      if (line === undefined) return undefined;
      const places = readLine(line);
      opened.set(first, places);
      return places;
    },
  };
}

function readLine(line: string): Map<string, number[]> {
  const [start, ...seconds] = line.split(' ');
  const places = new Map<string, number[]>();
  for (const [i, second] of seconds.entries()) {
    const place = Number(start) + i;
    const known = places.get(second);
    if (known) known.push(place);
    else places.set(second, [place]);
  }
  return places;
}
