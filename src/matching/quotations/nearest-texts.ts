import type { PageWords } from './page-words.ts';
import type { ComparedWord } from './read-words.ts';
import type { StatementText } from './statement-words.ts';

/** Most statements have fewer; a place of a page prints a few stretches of a long speech. */
const maxTexts = 6;

/**
 * The few `texts` that share most pairs of neighbouring words with `page`, in their order; all if they are
 * few.
 */
export function nearestTexts(page: PageWords, texts: readonly StatementText[]): readonly StatementText[] {
  if (texts.length <= maxTexts) return texts;
  const onPage = new Set(listPairs(page.words));
  const shared = texts.map((text) => pairsOf(text).filter((pair) => onPage.has(pair)).length);
  const ranked = [...texts.keys()].sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b);
  const nearest = new Set(ranked.slice(0, maxTexts));
  return texts.filter((_, i) => nearest.has(i));
}

const pairs = new WeakMap<StatementText, readonly string[]>();

function pairsOf(text: StatementText): readonly string[] {
  const known = pairs.get(text) ?? [...new Set(listPairs(text.words))];
  pairs.set(text, known);
  return known;
}

function listPairs(words: readonly ComparedWord[]): string[] {
  return words.slice(1).map(({ stem }, i) => `${(words[i] as ComparedWord).stem} ${stem}`);
}
