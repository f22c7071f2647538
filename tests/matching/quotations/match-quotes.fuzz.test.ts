/**
 * Random pages made from the words of the built-in pack's statements: cut, reworded, spliced, interleaved and broken.
 * Counts and seed are printed; for others: `FUZZ_SEED=7 FUZZ_RUNS=5000 npx vitest run --project node
 * tests/matching/quotations/match-quotes.fuzz.test.ts`.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { functionWordsOf } from '../../../src/knowledge/name-checks/everyday-words.ts';
import { makeMayContain } from '../../../src/matching/may-contain.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../../src/matching/quotations/match-quotes.ts';
import type { QuoteMatch } from '../../../src/matching/quotations/quote-match.ts';
import { type ComparedWord, readWords } from '../../../src/matching/quotations/read-words.ts';
import { sameWord } from '../../../src/matching/quotations/same-word.ts';
import { openStatementIndex } from '../../../src/matching/quotations/statement-index.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

const { pack } = await loadPack('assets/knowledge/facial-recognition');
if (!pack) throw new Error('The built-in pack does not load.');
const known = statementsOfPack(pack);
const index = openStatementIndex(compileStatements(known));
const timeout = 600_000;

const sentences = pack.statements.flatMap((statement) =>
  statement.sentences.flatMap((sentence) => sentence ?? []),
);
const sentence = fc.constantFrom(...sentences);
/** Small words, and longer ones that no statement has: a pair of these occurs in no statement. */
const plainWords = [
  ...['table', 'river', 'window', 'garden', 'yesterday', 'music', 'weather', 'kitchen', 'bread', 'walked'],
  ...['opened', 'morning', 'quietly', 'chocolate', 'bicycle', 'neighbour', ...functionWordsOf('en')],
].filter((word) => word.length < 5 || !sentences.join(' ').toLowerCase().includes(word.slice(0, 5)));
const plainWord = fc.constantFrom(...plainWords);
/** Words that are frequent in the statements, too. */
const everydayWord = fc.oneof(
  plainWord,
  fc.constantFrom(
    ...['people', 'company', 'government', 'statement', 'technology', 'important', 'according', 'together'],
    ...['another', 'believe', 'concerns', 'companies', 'American', 'law', 'enforcement', 'use', 'police'],
  ),
);
const everydaySentence = fc
  .array(everydayWord, { minLength: 3, maxLength: 20 })
  .map((words) => `${words.join(' ')}.`);
const plainSentence = fc
  .array(plainWord, { minLength: 3, maxLength: 20 })
  .map((words) => `${words.join(' ')}.`);
const oddities = fc.constantFrom(
  ...[
    '\ud800',
    '\udc00',
    '\ud83d\ude00',
    '\u200f',
    '\u202e',
    '\u200b',
    '\u200d',
    '\u00ad',
    '\ufeff',
    '\u0000',
  ],
  ...[
    '\u0301',
    'İ',
    'ﬁ',
    'ß',
    'שלום',
    'مرحبا',
    '亚马逊',
    'a'.repeat(3_000),
    "'",
    '’',
    '%',
    '1,000',
    'U.S.',
    '\n\n',
  ],
  ...[
    '“',
    '”',
    '"',
    '‘',
    '«',
    '»',
    '„',
    '[',
    ']',
    '…',
    '. . .',
    '—',
    '!',
    'cannot',
    'won’t',
    'n’t',
    'İ’s',
    '\uffff',
  ],
);

/** A sentence as an outlet might mangle it: cut, words doubled, omitted, inserted or moved. */
const mangled = fc
  .tuple(
    sentence,
    fc.array(fc.tuple(fc.nat(60), fc.nat(5), fc.oneof(everydayWord, oddities)), { maxLength: 6 }),
  )
  .map(([text, edits]) => {
    const words = text.split(' ');
    for (const [place, edit, word] of edits) {
      const at = place % Math.max(1, words.length);
      if (edit === 0) words.splice(at, 1);
      else if (edit === 1) words.splice(at, 0, word);
      else if (edit === 2) words[at] = word;
      else if (edit === 3) words.splice(0, at);
      else if (edit === 4) words.length = at + 1;
      else words[at] = `${words[at] ?? ''}${word}`;
    }
    return words.join(' ');
  });
const interleaved = fc.tuple(sentence, sentence).map(([one, other]) => {
  const others = other.split(' ');
  return one
    .split(' ')
    .flatMap((word, i) => [word, others[i] ?? ''])
    .join(' ');
});
const quoted = fc
  .tuple(
    fc.oneof(sentence, mangled),
    fc.constantFrom('“”', '""', '‘’', '«»', '„“', '“', '""'),
    fc.constantFrom('', ' Amazon said', ' said Jordan Example,', ' he said'),
  )
  .map(([text, marks, who]) => `${marks.charAt(0)}${text}${marks.charAt(1)}${who}`);
const repeated = fc
  .tuple(fc.oneof(sentence, quoted), fc.integer({ min: 2, max: 12 }))
  .map(([text, times]) => `${text} `.repeat(times));
const page = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: mangled },
      { weight: 3, arbitrary: quoted },
      { weight: 2, arbitrary: everydaySentence },
      { weight: 1, arbitrary: interleaved },
      { weight: 1, arbitrary: repeated },
      { weight: 2, arbitrary: oddities },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom(' ', '', '\n', ' '.repeat(50)).map((space) => parts.join(space)));

test('any page is matched without a throw, in order, inside its text, and in words that are there', {
  timeout,
}, () => {
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(page, (text) => {
      const matches = matchQuotes(text, index);
      let last = 0;
      for (const match of matches) {
        counts.set(match.kind, (counts.get(match.kind) ?? 0) + 1);
        expect(match.start).toBeGreaterThanOrEqual(last);
        expect(match.end).toBeGreaterThan(match.start);
        expect(match.end).toBeLessThanOrEqual(text.length);
        last = match.end;
        expect(match.similarity).toBeGreaterThan(0);
        expect(match.similarity).toBeLessThanOrEqual(1);
        checkDifferences(text, match);
      }
      for (const group of printingsOf(matches)) checkWords(text, group);
    }),
    fuzzRuns('random pages', 500),
  );
  console.log('traces found:', Object.fromEntries(counts));
  expect([...counts.keys()].sort()).toEqual(['altered', 'similar', 'trimmed', 'verbatim']);
});

function textsOf({ statement }: QuoteMatch): string[] {
  return (known.find(({ ref }) => ref === statement)?.texts ?? []).map((parts) => parts.join(' '));
}

function checkDifferences(text: string, match: QuoteMatch): void {
  const texts = textsOf(match);
  expect(texts.length).toBeGreaterThan(0);
  for (const { kind, statement, page: printed } of match.differences) {
    expect(kind).toBe(printed === '' ? 'cut' : statement === '' ? 'added' : 'changed');
    expect(statement + printed).not.toBe('');
    expect(text).toContain(printed);
    expect(texts.some((one) => one.includes(statement))).toBe(true);
  }
  const isReworded = match.differences.some(({ statement, page: printed }) => {
    return printed !== '' && readWords(statement)[0]?.stem !== readWords(printed)[0]?.stem;
  });
  if (match.kind === 'verbatim') expect(match.differences).toEqual([]);
  if (match.kind === 'trimmed') expect(isReworded).toBe(false);
}

/** The pieces of one printing share the differences of the whole. */
function printingsOf(matches: readonly QuoteMatch[]): QuoteMatch[][] {
  const groups = new Map<QuoteMatch['differences'], QuoteMatch[]>();
  for (const match of matches) {
    const group = groups.get(match.differences);
    if (group) group.push(match);
    else groups.set(match.differences, [match]);
  }
  return [...groups.values()];
}

/** The page's text without its additions and changes equals the statement without its cuts and changes. */
function checkWords(text: string, pieces: readonly QuoteMatch[]): void {
  const [first] = pieces;
  if (!first) return;
  const printed = pieces.flatMap(({ start, end }) => readWords(text, start, end));
  const cutOut = first.differences.flatMap((one) => readWords(one.page));
  // An apostrophe joins two words in one place, of which only one may differ or match.
  if (pieces.some(({ start, end }) => /\p{L}['’ʼ]\p{L}|cannot/iu.test(text.slice(start, end)))) return;
  const isOfStatement = textsOf(first).some((one) => isPrinting(printed, cutOut, readWords(one)));
  const shown = pieces.map(({ start, end }) => text.slice(start, end));
  expect(isOfStatement, JSON.stringify({ shown, first, text })).toBe(true);
}

/** Whether `printed` consists of words of the statement in order, with `added` among them, in order. */
function isPrinting(
  printed: readonly ComparedWord[],
  added: readonly ComparedWord[],
  statement: readonly ComparedWord[],
): boolean {
  // For each number of added words so far: the minimum number of statement words needed.
  let needed: (number | undefined)[] = [0];
  for (const word of printed) {
    const next: (number | undefined)[] = [];
    for (const [met, from] of needed.entries()) {
      if (from === undefined) continue;
      const at = statement.findIndex((one, i) => i >= from && sameWord(word, one));
      if (at >= 0) next[met] = Math.min(next[met] ?? at + 1, at + 1);
      if (added[met]?.folded === word.folded) next[met + 1] = Math.min(next[met + 1] ?? from, from);
    }
    needed = next;
  }
  return needed.some((from) => from !== undefined);
}

/** Whole statements, and each of their sentences that is long enough to be recognised without its speaker. */
const recognisable = [
  ...pack.statements.flatMap((one) => (one.sentences.includes(null) ? [] : [one.sentences.join(' ')])),
  ...sentences,
].filter((text) => matchQuotes(`“${text}”`, index)[0]?.kind === 'verbatim');

test('a statement printed exactly is verbatim, whatever is around it and however it is set', {
  timeout,
}, () => {
  const setting = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll(' ', '\n   '),
    (text) => text.replaceAll(/\p{L}{6}/gu, (word) => `${word.slice(0, 3)}\u00ad${word.slice(3)}`),
    (text) => text.replaceAll(/\p{L}{6}/gu, (word) => `${word.slice(0, 3)}\u200b${word.slice(3)}`),
    (text) => text.replaceAll('’', "'"),
    (text) => text.replaceAll('-', '‑'),
  );
  const around = fc.array(plainSentence, { maxLength: 80 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(around, fc.constantFrom(...recognisable), setting, around, (before, text, set, after) => {
      const printed = set(text);
      const matches = matchQuotes(`${before} “${printed}” ${after}`, index);
      expect(matches.map(({ kind }) => kind)).toEqual(['verbatim']);
      const words = (matches[0]?.end ?? 0) - (matches[0]?.start ?? 0);
      expect(words).toBeGreaterThan(printed.length - 8);
    }),
    fuzzRuns(`statements among other text (${recognisable.length} of them)`, 250),
  );
});

test('everyday words in any order are no statement', { timeout }, () => {
  const marks = fc.constantFrom('“', '”', '"', ',', '.', '\n');
  const text = fc.array(fc.oneof({ weight: 9, arbitrary: everydayWord }, marks), { maxLength: 400 });
  fc.assert(
    fc.property(text, (words) => {
      expect(matchQuotes(words.join(' '), index)).toEqual([]);
    }),
    fuzzRuns('everyday words', 500),
  );
});

test('unrelated text before and after changes no match', { timeout }, () => {
  const near = fc.array(fc.oneof(sentence, mangled, quoted), { minLength: 1, maxLength: 3 });
  const far = fc
    .array(plainSentence, { minLength: 40, maxLength: 60 })
    .map((list) => `${list.join(' ')}\n\n`);
  fc.assert(
    fc.property(near, far, far, (parts, before, after) => {
      const text = `${parts.join('\n\n')}\n\n`;
      // An unclosed mark includes the following text in the quotation, as it should.
      fc.pre(!/[“"«„‘'[]/.test(text.replace(/“[^“”]*”|"[^"]*"/g, '')));
      const alone = matchQuotes(text, index);
      const moved = alone.map((match) => ({
        ...match,
        start: match.start + before.length,
        end: match.end + before.length,
      }));
      expect(matchQuotes(before + text + after, index)).toEqual(moved);
    }),
    fuzzRuns('pages among other text', 150),
  );
});

test('a text in which blocks run together may contain whatever one of its blocks contains', {
  timeout,
}, () => {
  const mayContain = makeMayContain(openNameIndex(compileNames([])), [index]);
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (texts) => {
      const isTraced = texts.some((text) => matchQuotes(text, index).length > 0);
      if (isTraced) expect(mayContain(texts.join('')), texts.join('\n')).toBe(true);
    }),
    fuzzRuns('texts that run together', 150),
  );
});
