import { expect, test } from 'vitest';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../../src/matching/quotations/match-quotes.ts';
import { nearestTexts } from '../../../src/matching/quotations/nearest-texts.ts';
import { readPageWords, readTextMarks } from '../../../src/matching/quotations/page-words.ts';
import { openStatementIndex } from '../../../src/matching/quotations/statement-index.ts';
import { readStatementWords } from '../../../src/matching/quotations/statement-words.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';

function statementsWith(sentences: string[]) {
  const statement = { id: 'said', speaker: { text: 'Ann Lee' }, about: [], sentences, wordings: [] };
  return statementsOfPack({ ...makeTinyPack('speeches'), statements: [statement] });
}

/** Made-up words, letters only, that differ from their first letters on, by which candidates are found. */
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) =>
    [...String(from + at + 100_000)]
      .reverse()
      .map((digit) => `${'bdfgklmnrs'[Number(digit)]}a`)
      .join(''),
  ).join(' ');

/** Bounds the work for one statement, as alignment costs the product of the two lengths. */
test('a long speech is read in stretches of 400 words at most, also where one sentence is longer', () => {
  const [speech] = statementsWith([
    words(1_500),
    ...Array.from({ length: 60 }, (_, n) => words(25, 2_000 + n * 25)),
  ]);
  if (!speech) throw new Error('The statement is traceable.');
  const lengths = readStatementWords(speech).texts.map((text) => text.words.length);
  expect(lengths.length).toBeGreaterThan(6);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(3_000);
});

test('of many stretches a place of a page is compared with the six nearest, its own among them', () => {
  const sentences = Array.from({ length: 40 }, (_, n) => words(200, n * 200));
  const [speech] = statementsWith(sentences);
  if (!speech) throw new Error('The statement is traceable.');
  const { texts } = readStatementWords(speech);
  expect(texts.length).toBeGreaterThan(12);
  const printed = sentences[33] ?? '';
  const near = nearestTexts(readPageWords(readTextMarks(printed), 0, printed.length), texts);
  expect(near).toHaveLength(6);
  expect(near.some(({ sentenceOf }) => sentenceOf.includes(33))).toBe(true);
});

test('of a library in one statement the first hundred thousand characters match', () => {
  const sentences = Array.from(
    { length: 120 },
    (_, n) => `The council said that ${words(150, n * 150)} today.`,
  );
  const until = (n: number) => sentences.slice(0, n + 1).join('').length;
  const index = openStatementIndex(compileStatements(statementsWith(sentences)));
  const isTraced = (n: number) => matchQuotes(`“${sentences[n]}”`, index).length > 0;
  const last = sentences.findLastIndex((_, n) => until(n) <= 100_000);
  expect(last).toBeGreaterThan(30);
  expect([isTraced(0), isTraced(last), isTraced(last + 30), isTraced(119)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
