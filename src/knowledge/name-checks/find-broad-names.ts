import { isExactCase } from '../exact-case.ts';
import type { FileOf } from '../file-finder.ts';
import type { Pack } from '../pack-schema.ts';
import type { ReportProblem } from '../problem-list.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { checkName } from './check-name.ts';
import { foldWord, foldWords, splitWords } from './fold-words.ts';
import { ordinaryTexts } from './ordinary-text.ts';

/** Names that would match far too much, each alone or all together. */
export function findBroadNames(pack: Pack, fileOf: FileOf, report: ReportProblem): void {
  for (const { id, names } of pack.entities) {
    for (const [i, name] of names.entries()) {
      const verdict = checkName(name, pack.language);
      if (verdict === undefined) continue;
      report({ file: fileOf('entities', id), path: `entities[${id}].names[${i}]`, ...verdict });
    }
  }
  measureOrdinaryTexts(pack, fileOf, report);
}

/** The share of an ordinary text's words that a pack's names may mark: beyond it, a page is more mark than text. */
const maxMarkedShare = 0.3;
/** How many names the message gives as examples. */
const maxExamples = 5;

function measureOrdinaryTexts(pack: Pack, fileOf: FileOf, report: ReportProblem): void {
  const texts = Object.values(ordinaryTexts).map((text) => {
    const written = splitWords(text);
    return { written, folded: written.map(foldWord) };
  });
  const names = plainNamesWithin(pack, new Set(texts.flatMap(({ folded }) => folded)));
  for (const text of texts) {
    const found = findMarked(names, text);
    if (found.share <= maxMarkedShare) continue;
    const [first] = pack.entities;
    const examples = found.names.slice(0, maxExamples).map((name) => `"${quoteUntrusted(name)}"`);
    report({
      file: first ? fileOf('entities', first.id) : 'entities',
      path: 'entities',
      code: 'namesTooBroad',
      values: {
        share: Math.round(100 * found.share),
        most: Math.round(100 * maxMarkedShare),
        examples: examples.join(', '),
      },
    });
    return;
  }
}

interface OrdinaryWords {
  readonly written: readonly string[];
  readonly folded: readonly string[];
}

interface PlainName {
  readonly text: string;
  readonly written: readonly string[];
  readonly folded: readonly string[];
  readonly isExact: boolean;
}

/** The longest name at each word, as on a page. */
function findMarked(
  byFirstWord: ReadonlyMap<string, readonly PlainName[]>,
  { written, folded }: OrdinaryWords,
): { share: number; names: string[] } {
  const names = new Set<string>();
  let marked = 0;
  for (let at = 0; at < folded.length; ) {
    const longest = (byFirstWord.get(folded[at] ?? '') ?? [])
      .filter((name) => occursAt(name, written, folded, at))
      .reduce((most, name) => (name.folded.length > most.folded.length ? name : most), nothing);
    if (longest !== nothing) names.add(longest.text);
    marked += longest.folded.length;
    at += Math.max(1, longest.folded.length);
  }
  return { share: marked / Math.max(1, folded.length), names: [...names] };
}

const nothing: PlainName = { text: '', written: [], folded: [], isExact: false };

/** Names that consist of these words, by first word. Names with a rule are left out: their rule decides. */
function plainNamesWithin(pack: Pack, vocabulary: ReadonlySet<string>): Map<string, PlainName[]> {
  const byFirstWord = new Map<string, PlainName[]>();
  const seen = new Set<string>();
  for (const name of pack.entities.flatMap(({ names }) => names)) {
    if (name.needs !== undefined && name.needs.optional !== true) continue;
    const folded = foldWords(name.text);
    const [first] = folded;
    if (first === undefined || !folded.every((word) => vocabulary.has(word))) continue;
    const isExact = isExactCase(name);
    const key = `${isExact ? name.text : ''}\n${folded.join(' ')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const plain = { text: name.text, written: splitWords(name.text), folded, isExact };
    const others = byFirstWord.get(first);
    if (others) others.push(plain);
    else byFirstWord.set(first, [plain]);
  }
  return byFirstWord;
}

function occursAt(
  name: PlainName,
  written: readonly string[],
  folded: readonly string[],
  at: number,
): boolean {
  return name.isExact
    ? name.written.every((word, i) => written[at + i] === word)
    : name.folded.every((word, i) => folded[at + i] === word);
}
