/** The first two words of every spelling of a name, by which a name is looked up. */
export interface Spellings {
  /**
   * The places in the index's order of the spellings that begin with a folded word, by the word that comes second: `onlyWord`
   * for spellings of one word. Undefined where no spelling begins with it.
   */
  following(first: string): ReadonlyMap<string, readonly number[]> | undefined;
}

/** Stands for the second word of a spelling that has only one. */
export const onlyWord = '.';

const betweenLists = '\n\n';

/**
 * Two lists of lines, as text, which every store of a browser keeps as it is: first words, and for each of them the place of
 * its first spelling, then the second words of that spelling and those behind it, separated by spaces.
 * @param spellings the words of each spelling, folded, in the index's order: those with the same first word are neighbours.
 */
export function compileSpellings(spellings: readonly (readonly string[])[]): string {
  const following = new Map<string, string>();
  spellings.forEach(([first = '', second = onlyWord], place) => {
    following.set(first, `${following.get(first) ?? place} ${second}`);
  });
  return [[...following.keys()], [...following.values()]].map((list) => list.join('\n')).join(betweenLists);
}

/** Opens what `compileSpellings` made. Any other text gives spellings that are never found. */
export function openSpellings(text: string): Spellings {
  const [firsts = [], lines = []] = text.split(betweenLists).map((list) => list.split('\n'));
  const lineByFirst = new Map(firsts.map((first, number) => [first, lines[number] ?? '']));
  /** A line is split when its word is first met: a pack may have a hundred thousand lines. */
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
