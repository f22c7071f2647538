import { foldText } from './fold-character.ts';
import { nextWord, type WordCursor } from './read-name-words.ts';

/** A word of a folded name. */
export interface NameWord {
  readonly text: string;
  /** Where it begins in the folded name. */
  readonly start: number;
}

/** Words that stand in every text: looking names up at them would cost a look at every line. */
const everywhere = new Set(
  (
    'a about after all an and are as at be but by can for from has have he her his how i if in into is it its more my ' +
    'new no not of on one or our over she so than that the their they this to up us was we were what when which who ' +
    'will with you your s t'
  ).split(' '),
);
/** More than any word's count of names. */
const everywhereCost = 1 << 24;
/** At a word that so many names share, only the first word tells them apart at once. */
const mostSharing = 16;

export function wordsOf(folded: string): NameWord[] {
  const cursor: WordCursor = { start: 0, end: 0, hash: 0, stemHash: 0 };
  const words: NameWord[] = [];
  for (let i = 0; nextWord(folded, i, cursor); i = cursor.end) {
    words.push({ text: foldText(folded.slice(cursor.start, cursor.end)), start: cursor.start });
  }
  return words;
}

function costOf(word: string, nameCount: number): number {
  return nameCount + (everywhere.has(word) ? everywhereCost : 0);
}

/**
 * The word at which a name is looked up in a text: the one that fewest names have, the first of these;
 * so a page is stopped at "Tour" and not at every "the" of it for "The AI Impact Tour".
 */
export function chooseAnchor(words: readonly NameWord[], nameCounts: ReadonlyMap<string, number>): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  words.forEach(({ text }, i) => {
    const cost = costOf(text, nameCounts.get(text) ?? 0);
    // A later word must be clearly rarer: from the first word on, the whole name is one path and needs no reading back.
    const isRareEnough = cost <= mostSharing || bestCost >= everywhereCost;
    if (i === 0 ? cost < bestCost : cost * 2 <= bestCost && isRareEnough) {
      best = i;
      bestCost = cost;
    }
  });
  return best;
}
