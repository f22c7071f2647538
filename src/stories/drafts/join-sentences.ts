import type { Wording } from '../../knowledge/pack-schema.ts';
import { sentenceStarts } from '../../matching/text/split-sentences.ts';
import { lowerCaseWords } from './lower-case-words.ts';

interface Sentence {
  text: string;
  words: ReadonlySet<string>;
  /** The words in order, with a space around each. */
  wordLine: string;
  /** Whether it begins, or ends, within a sentence of the speaker's. */
  isCutBefore: boolean;
  isCutAfter: boolean;
  /** Whether the speaker may have said something between the previous sentence and this one. */
  isParted: boolean;
}

/** Two sources' sentences are one if they share this part of the shorter one's words. */
const minSharedWords = 0.6;

/**
 * The fullest text of a statement that can be joined from its wordings; null where something may be missing.
 * @param wordings grouped by source
 */
export function joinSentences(wordings: readonly Wording[]): (string | null)[] {
  const sources = new Set(wordings.map(({ source }) => source));
  const printings = [...sources].map((id) => readPrinting(wordings.filter(({ source }) => source === id)));
  const lengths = printings.map((sentences) => sentences.reduce((sum, { text }) => sum + text.length, 0));
  const fullest = lengths.indexOf(Math.max(...lengths));
  const [joined = [], ...others] = [printings[fullest] ?? [], ...printings.toSpliced(fullest, 1)];
  for (const printing of others) addPrinting(joined, printing);
  return joined.flatMap((sentence, i) => {
    const previous = joined[i - 1];
    const isAfterGap = sentence.isCutBefore || (previous && (previous.isCutAfter || sentence.isParted));
    const isBeforeEnd = i === joined.length - 1 && sentence.isCutAfter;
    return [...(isAfterGap ? [null] : []), sentence.text, ...(isBeforeEnd ? [null] : [])];
  });
}

/** The sentences that one source prints; the pieces of a sentence split by its attribution are joined. */
function readPrinting(wordings: readonly Wording[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { text, gapBefore } of wordings) {
    const starts = sentenceStarts(text);
    for (const [i, start] of starts.entries()) {
      const printed = text
        .slice(start, starts[i + 1])
        .replace(/\s+/g, ' ')
        .trim();
      const last = sentences.at(-1);
      const isFirst = i === 0 && last !== undefined;
      const isSplit = isFirst && gapBefore === 'attribution' && /^\p{Ll}/u.test(printed);
      if (isSplit && !/[.!?]$/.test(last.text)) {
        Object.assign(last, makeSentence(`${last.text} ${printed}`));
      } else if (/[\p{L}\p{N}]/u.test(printed)) {
        const sentence = { ...makeSentence(printed), isParted: isFirst && gapBefore !== 'attribution' };
        // An article may print a sentence twice, as in its headline.
        const known = sentences.find((other) => isRepetition(sentence, other));
        if (known) replaceByLonger(known, sentence);
        else sentences.push(sentence);
      }
    }
  }
  // The comma before a closing mark is the outlet's.
  return sentences.map((sentence) => ({ ...sentence, text: sentence.text.replace(/,$/, '.') }));
}

function makeSentence(text: string): Omit<Sentence, 'isParted'> {
  const words = lowerCaseWords(text);
  return {
    text,
    words: new Set(words),
    wordLine: ` ${words.join(' ')} `,
    isCutBefore: /^(?:\p{Ll}|…|\.\.)/u.test(text),
    isCutAfter: !/[.!?,。！？]["'”’»)\]]*$/.test(text) || /(?:\.\.|…)$/.test(text),
  };
}

/** Merges another printing in order; of two printings of one sentence, the longer stays. */
function addPrinting(joined: Sentence[], printing: readonly Sentence[]): void {
  const counterparts = findCounterparts(joined, printing);
  let at = 0;
  let isBehindAdded = false;
  for (const sentence of printing) {
    const counterpart = counterparts.get(sentence);
    // Another piece of a sentence that this source prints in pieces.
    const known = joined.findIndex((other) => other === counterpart || isRepetition(sentence, other));
    if (known >= 0) {
      replaceByLonger(joined[known] as Sentence, sentence);
      at = known + 1;
      isBehindAdded = false;
      continue;
    }
    const next = joined[at];
    if (next) next.isParted = true;
    joined.splice(at, 0, isBehindAdded ? sentence : { ...sentence, isParted: true });
    at += 1;
    isBehindAdded = true;
  }
}

/** The sentence of which each is another printing, those that are most alike first; each has at most one. */
function findCounterparts(
  joined: readonly Sentence[],
  printing: readonly Sentence[],
): ReadonlyMap<Sentence, Sentence> {
  const pairs = printing.flatMap((one) =>
    joined.flatMap((other) => {
      const shared = [...one.words].filter((word) => other.words.has(word)).length;
      const isSame = shared >= minSharedWords * Math.min(one.words.size, other.words.size);
      return isSame ? [{ one, other, likeness: shared / (one.words.size + other.words.size - shared) }] : [];
    }),
  );
  const counterparts = new Map<Sentence, Sentence>();
  const taken = new Set<Sentence>();
  for (const { one, other } of pairs.sort((x, y) => y.likeness - x.likeness)) {
    if (counterparts.has(one) || taken.has(other)) continue;
    counterparts.set(one, other);
    taken.add(other);
  }
  return counterparts;
}

function replaceByLonger(known: Sentence, sentence: Sentence): void {
  if (sentence.words.size > known.words.size) Object.assign(known, { ...sentence, isParted: known.isParted });
}

/** Whether one is the other, or a part of it: what one source prints in other words was said twice. */
function isRepetition(one: Sentence, other: Sentence): boolean {
  return one.wordLine.includes(other.wordLine) || other.wordLine.includes(one.wordLine);
}
