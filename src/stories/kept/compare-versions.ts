import { diffArrays } from 'diff';
import { type ComparedWord, readWords } from '../../matching/quotations/read-words.ts';
import { sentenceStarts } from '../../matching/text/split-sentences.ts';
import { placeQuotations } from '../quotations/place-quotations.ts';
import type { Article, TextSpan } from '../text/article.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';

/** What has changed between two versions of an article: headlines, quotations and numbers before other words; never punctuation alone. */
export interface VersionChange {
  readonly kind: 'headline' | 'quotation' | 'number' | 'text';
  /** Empty if it was added. */
  readonly before: string;
  /** Empty if it was taken out. */
  readonly now: string;
}

/** One sentence of a version. */
interface Sentence {
  readonly text: string;
  /** Its words, with a sign where a quotation begins or ends: what two versions of it have to share. */
  readonly key: string;
  readonly words: ReadonlySet<string>;
  /** Its quoted words. */
  readonly quoted: string;
  readonly numbers: string;
}

/** Sentences that share fewer of their words are two sentences, not two versions of one. */
const minSharedWords = 0.5;
/** Enough to read; a text that was replaced has no more to show than that. */
const maxChanges = 200;
/** Sentences taken out and added, beyond which the order of sentences is not compared. */
const maxEditLength = 2_000;
const kinds: readonly VersionChange['kind'][] = ['headline', 'quotation', 'number', 'text'];

type ComparedArticle = Pick<Article, 'title' | 'text' | 'quotedBlocks'>;

/**
 * Lists what differs between two versions of an article, sentence by sentence, at most 200 differences.
 * White space, punctuation, capitals and the style of quotation marks do not count, nor does the order of
 * sentences.
 */
export function compareVersions(before: ComparedArticle, now: ComparedArticle): VersionChange[] {
  const changes: VersionChange[] = [];
  if (keyOf(readWords(before.title)) !== keyOf(readWords(now.title)))
    changes.push({ kind: 'headline', before: before.title, now: now.title });
  for (const [removed, added] of findEdits(readSentences(before), readSentences(now))) {
    if (changes.length >= maxChanges) break;
    changes.push({
      kind: kindOf(removed, added),
      before: removed?.text ?? '',
      now: added?.text ?? '',
    });
  }
  return changes.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

type Edit = readonly [removed: Sentence | undefined, added: Sentence | undefined];

function* findEdits(before: readonly Sentence[], now: readonly Sentence[]): Generator<Edit> {
  const hunks = findHunks(before, now);
  const isMoved = findMoved(hunks);
  for (const { removed, added } of hunks) {
    yield* pairSentences(
      removed.filter((sentence) => !isMoved.has(sentence)),
      added.filter((sentence) => !isMoved.has(sentence)),
    );
  }
}

interface Hunk {
  readonly removed: readonly Sentence[];
  readonly added: readonly Sentence[];
}

/** The runs of sentences that differ. A full stop in place of a comma makes other sentences of the same words: no difference. */
function findHunks(before: readonly Sentence[], now: readonly Sentence[]): Hunk[] {
  const parts = diffArrays([...before], [...now], {
    comparator: (a, b) => a.key === b.key,
    maxEditLength,
  });
  const all: { removed: Sentence[]; added: Sentence[] }[] = [];
  let isOpen = false;
  for (const { value, added, removed } of parts ?? [
    { value: [...before], removed: true, added: false },
    { value: [...now], removed: false, added: true },
  ]) {
    if (!added && !removed) {
      isOpen = false;
      continue;
    }
    if (!isOpen) all.push({ removed: [], added: [] });
    isOpen = true;
    all.at(-1)?.[added ? 'added' : 'removed'].push(...value);
  }
  return all.filter(({ removed, added }) => joinKeys(removed) !== joinKeys(added));
}

function joinKeys(sentences: readonly Sentence[]): string {
  return sentences.map(({ key }) => key).join(' ');
}

/** Sentences that are in both versions, in another place. */
function findMoved(hunks: readonly Hunk[]): ReadonlySet<Sentence> {
  const waiting = new Map<string, Sentence[]>();
  for (const sentence of hunks.flatMap(({ removed }) => removed)) {
    const same = waiting.get(sentence.key);
    if (same) same.push(sentence);
    else waiting.set(sentence.key, [sentence]);
  }
  const moved = new Set<Sentence>();
  for (const sentence of hunks.flatMap(({ added }) => added)) {
    const former = waiting.get(sentence.key)?.shift();
    if (former) moved.add(former).add(sentence);
  }
  return moved;
}

/** Each sentence taken out with the added one that shares most of its words, in reading order; then the rest alone. */
function pairSentences(removed: readonly Sentence[], added: readonly Sentence[]): Edit[] {
  const partners = new Map<Sentence, Sentence>();
  const pairs = removed
    .slice(0, maxChanges)
    .flatMap((a) => added.slice(0, maxChanges).map((b) => ({ a, b, share: shareOf(a.words, b.words) })))
    .filter(({ share }) => share >= minSharedWords)
    .sort((x, y) => y.share - x.share);
  for (const { a, b } of pairs) {
    if (partners.has(a) || partners.has(b)) continue;
    partners.set(a, b);
    partners.set(b, a);
  }
  return [
    ...removed.map((a): Edit => [a, partners.get(a)]),
    ...added.filter((b) => !partners.has(b)).map((b): Edit => [undefined, b]),
  ];
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function kindOf(removed: Sentence | undefined, added: Sentence | undefined): VersionChange['kind'] {
  if ((removed?.quoted ?? '') !== (added?.quoted ?? '')) return 'quotation';
  return (removed?.numbers ?? '') === (added?.numbers ?? '') || !removed || !added ? 'text' : 'number';
}

function readSentences(article: ComparedArticle): Sentence[] {
  const { text } = article;
  const quotations = placeQuotations(article).filter(({ isNested }) => !isNested);
  return placeParagraphs(text).flatMap(({ start, end }) => {
    const starts = sentenceStarts(text.slice(start, end)).map((offset) => start + offset);
    return starts.flatMap((from, i) => {
      const to = starts[i + 1] ?? end;
      const words = readWords(text, from, to);
      const within = quotations.filter((quotation) => quotation.start < to && quotation.end > from);
      const sentence = readSentence(text.slice(from, to).trim(), words, within);
      return sentence.key === '' ? [] : [sentence];
    });
  });
}

function readSentence(
  text: string,
  words: readonly ComparedWord[],
  quotations: readonly TextSpan[],
): Sentence {
  const keys: string[] = [];
  const quoted: string[] = [];
  let open: TextSpan | undefined;
  for (const word of words) {
    const around = quotations.find(({ start, end }) => word.start >= start && word.end <= end);
    if (around !== open) keys.push('"');
    open = around;
    const key = keyOf([word]);
    keys.push(key);
    if (around) quoted.push(key);
  }
  return {
    text,
    key: keys.filter((key) => key !== '').join(' '),
    words: new Set(keys),
    quoted: quoted.join(' '),
    numbers: words
      .map((word) => word.number ?? '')
      .join(' ')
      .trim(),
  };
}

/** Letters, digits and signs of amounts; the point of "1.5" is none of punctuation. */
function keyOf(words: readonly ComparedWord[]): string {
  return words
    .map(({ folded, number }) =>
      number !== undefined && /^\d/.test(folded) ? number : folded.replace(/[^\p{L}\p{N}\p{Sc}%]/gu, ''),
    )
    .join(' ');
}
