import { isOrganisationWord } from '../text/phrase-words.ts';
import type { PrintedName } from './read-names.ts';

/** A name, and the article in which it is printed. */
export interface PlacedName extends PrintedName {
  readonly article: number;
}

/**
 * Joins the halves of names such as "Procter and Gamble" and "the Food and Drug Administration". Two people or
 * countries are printed like that, too; what is one name is never printed in halves, and is an organisation's or is
 * printed again.
 * @param names in reading order, article by article
 * @param texts the texts of the articles
 */
export function joinPairedNames(
  names: readonly PlacedName[],
  texts: readonly string[],
): readonly PlacedName[] {
  const isPaired = names.map((name, n) => isBesideNext(name, names[n + 1], texts));
  const pairs = new Map<string, number>();
  const apart = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [n, name] of names.entries()) {
    if (isPaired[n]) count(pairs, keyOf(name, names[n + 1] as PlacedName));
    for (const part of new Set([name.text, ...wordsOf(name)])) count(apart, part);
  }
  const isOne = (n: number): boolean => {
    const [first, second] = [names[n], names[n + 1]];
    if (!isPaired[n] || !first || !second || isPaired[n - 1] || isPaired[n + 1]) return false;
    const together = pairs.get(keyOf(first, second)) as number;
    const own = [...wordsOf(first), ...wordsOf(second)];
    if (apart.get(first.text) !== together || apart.get(second.text) !== together) return false;
    const text = texts[first.article] as string;
    if (isOrganisationWord(wordsOf(first).at(-1) as string)) return false;
    const isOffice = isOrganisationWord(wordsOf(second).at(-1) as string);
    return together > 1
      ? own.length === 2 || own.some(isOrganisationWord)
      : isOffice && determined.test(text.slice(Math.max(0, first.titledStart - reach), first.titledStart));
  };
  const joined: PlacedName[] = [];
  for (let n = 0; n < names.length; n += 1) {
    const name = names[n] as PlacedName;
    if (!isOne(n)) {
      joined.push(name);
      continue;
    }
    const { end, acronym } = names[n + 1] as PlacedName;
    joined.push({ ...name, end, acronym, text: (texts[name.article] as string).slice(name.start, end) });
    n += 1;
  }
  return joined;
}

function isBesideNext(name: PlacedName, next: PlacedName | undefined, texts: readonly string[]): boolean {
  if (next?.article !== name.article || name.isWork || next.isWork || next.titledStart < next.start)
    return false;
  return (texts[name.article] as string).slice(name.end, next.start) === ' and ';
}

/** "the industry-backed [Technology and Innovation Foundation]" */
const determined = /\bthe\s(?:[\p{Ll}-]+\s){0,2}$/iu;
const reach = 40;

function wordsOf({ text }: PlacedName): string[] {
  return text.split(/\s+/);
}

function keyOf(first: PlacedName, second: PlacedName): string {
  return `${first.text} and ${second.text}`;
}
