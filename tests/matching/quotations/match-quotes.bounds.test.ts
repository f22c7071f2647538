/** Pages and statements larger than any outlet prints: each matches, with bounded work. */
import { expect, test } from 'vitest';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../../src/matching/quotations/match-quotes.ts';
import { openStatementIndex, type StatementIndex } from '../../../src/matching/quotations/statement-index.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';

// Generous: a megabyte, on a machine that may be busy.
const slow = { timeout: 60_000 };

function indexOf(sentences: string[]): StatementIndex {
  const pack: Pack = {
    ...makeTinyPack('speeches'),
    statements: [{ id: 'said', speaker: { text: 'Ann Lee' }, about: [], sentences, wordings: [] }],
  };
  return openStatementIndex(compileStatements(statementsOfPack(pack)));
}

const sentence =
  'Team Alpha reported 12 percent fewer matches in the second round of the trial than in the first one.';
const index = indexOf([sentence]);

test.each([
  ['opening marks that nothing closes', '“'.repeat(1_000_000)],
  ['opening marks and words', '“governments '.repeat(80_000)],
  ['apostrophes that may open something', " 'a".repeat(300_000)],
  ['İ, whose small letter is longer', 'İ '.repeat(300_000)],
  ['soft hyphens', '\u00ad'.repeat(1_000_000)],
])('a statement after a megabyte of %s is found in its place', (_, flood) => {
  const text = `${flood}” ${sentence}`;
  const matches = matchQuotes(text, index);
  expect(matches.map(({ kind, start }) => [kind, start])).toEqual([['verbatim', flood.length + 2]]);
});

test('one statement printed three thousand times matches every time', slow, () => {
  const text = `${sentence} `.repeat(3_000);
  const matches = matchQuotes(text, index);
  expect(matches.length).toBeGreaterThan(250);
  expect(matches.at(-1)?.end).toBeGreaterThan(text.length - 10_000);
});

test('a long speech matches where a page prints it, not as a whole', slow, () => {
  const sentences = Array.from({ length: 240 }, (_, number) => {
    const words = Array.from({ length: 25 }, (_, at) => spell(number * 25 + at));
    return `We said ${words.join(' ')} today.`;
  });
  const speechIndex = indexOf(sentences);
  for (const number of [0, 15, 120, 237]) {
    const text = sentences.slice(number, number + 3).join(' ');
    const matches = matchQuotes(text, speechIndex);
    expect(matches.every(({ kind }) => kind === 'verbatim')).toBe(true);
    const traced = matches.map(({ start, end }) => text.slice(start, end)).join(' ');
    expect(traced.split(' ')).toHaveLength(text.split(' ').length);
  }
  expect(matchQuotes(sentences.join(' ').slice(0, 9_000), speechIndex).length).toBeGreaterThan(0);
});

/** A made-up word for each number. */
function spell(number: number): string {
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'pra', 'stel', 'tri', 'vor', 'zun'];
  return [...String(number + 10_000)].map((digit) => syllables[Number(digit)]).join('');
}
