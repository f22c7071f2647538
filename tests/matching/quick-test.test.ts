import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePack } from '../../src/matching/compile-pack.ts';
import { findNames } from '../../src/matching/names/find-names.ts';
import { openPageMatcher } from '../../src/matching/page-matcher.ts';
import { makeQuickTest } from '../../src/matching/quick-test.ts';
import { matchQuotes } from '../../src/matching/quotations/match-quotes.ts';
import { builtInPackFolder } from '../../tools/pack-files/built-in-pack.ts';
import { loadPack } from '../../tools/pack-files/load-pack.ts';
import { listTriggerWords } from '../../tools/vite/built-in-words.ts';
import { fuzzRuns } from '../fuzz-runs.ts';

const { pack } = await loadPack(builtInPackFolder);
if (!pack) throw new Error('The built-in pack does not load.');
const { names, statements } = openPageMatcher([compilePack(pack)]);
const mayContain = makeQuickTest(listTriggerWords(pack));

const alwaysNames = Array.from({ length: names.nameCount }, (_, id) => names.name(id)).filter(
  ({ show }) => show === 'always',
);

/** Other ways to write a letter, a space, a hyphen, an apostrophe. */
const variants: Readonly<Record<string, readonly string[]>> = {
  a: ['á', 'ａ', 'a\u0301', 'A', 'ª'],
  e: ['é', 'ｅ', 'e\u200b'],
  i: ['ı', 'í', 'ﬁ'.normalize('NFKD').slice(1), 'I'],
  l: ['ł', 'l\u00ad'],
  o: ['ø', 'ö', 'º', 'Ｏ'],
  s: ['ſ', 'ş', 'S'],
  ' ': ['\n  ', '\u00a0', '\u202f', ' \u200b ', '\t'],
  '-': ['\u2010', '\u2013', '\u2212', '-'],
  "'": ['’', 'ʼ', '`', '′'],
  '+': ['＋', '﹢'],
};

const spelling = fc
  .tuple(fc.constantFrom(...alwaysNames), fc.array(fc.nat(6), { minLength: 60, maxLength: 60 }))
  .map(([{ text }, choices]) =>
    [...text].map((letter, i) => variants[letter]?.[choices[i] ?? 0] ?? letter).join(''),
  );

test('no name that is found in a text, however it is spelled, is missed by the quick test', () => {
  let found = 0;
  fc.assert(
    fc.property(spelling, fc.constantFrom('', ' ', 'and', '(', '“', '가'), (name, around) => {
      const text = `${around}${name}${around}`;
      const isFound = findNames(text, names).some(({ nameIds }) =>
        nameIds.some((id) => names.isAlwaysShown(id)),
      );
      if (!isFound) return;
      found += 1;
      expect(mayContain(text), text).toBe(true);
      expect(mayContain(`Before.${text}After`), text).toBe(true);
    }),
    fuzzRuns('spellings', 3_000),
  );
  expect(found).toBeGreaterThan(0);
});

test('no printing of a statement is missed by the quick test, wherever its block begins and ends', () => {
  const sentences = pack.statements.flatMap((statement) =>
    statement.sentences.flatMap((sentence) => sentence ?? []),
  );
  const mark = fc.constantFrom('', '“', '"', '«', "'");
  let traced = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...sentences),
      fc.nat(40),
      fc.nat(40),
      mark,
      (sentence, from, length, open) => {
        const words = sentence.split(' ');
        const text = `${open}${words.slice(from % words.length, (from % words.length) + length + 4).join(' ')}`;
        if (matchQuotes(text, ...statements).length === 0) return;
        traced += 1;
        expect(mayContain(text), text).toBe(true);
        expect(mayContain(`Mr. Smith said.${text}More news`), text).toBe(true);
      },
    ),
    fuzzRuns('printings', 3_000),
  );
  expect(traced).toBeGreaterThan(0);
});

test.each(['Facebook says no.', 'The council met on Monday.', 'Rekor gnition'])(
  'it says no to "%s"',
  (text) => {
    expect(mayContain(text)).toBe(false);
  },
);
