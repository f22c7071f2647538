import { expect, test } from 'vitest';
import { compileStatements } from '../../src/matching/compile-statements.ts';
import { seam } from '../../src/matching/find-name-places.ts';
import { findTraceCandidates } from '../../src/matching/find-trace-candidates.ts';
import { findTraces } from '../../src/matching/find-traces.ts';
import { openStatementIndex } from '../../src/matching/statement-index.ts';
import { statementsOfPack } from '../../src/matching/traceable-statement.ts';
import { loadPack } from '../../tools/load-pack.ts';
import { setAsideVariants } from './set-aside-variants.ts';

const { pack, problems } = await loadPack('assets/knowledge/facial-recognition');
if (!pack) throw new Error(`The built-in pack does not parse: ${JSON.stringify(problems[0])}`);
const index = openStatementIndex(compileStatements(statementsOfPack(pack)));

test('candidates are never empty where there is a trace', () => {
  const traced = setAsideVariants.filter(({ text }) => findTraces(text, index).length > 0);
  expect(traced.length).toBeGreaterThan(0);
  for (const { text } of traced) expect(findTraceCandidates(text, index), text).not.toEqual([]);
});

test('candidates lie in order in what many texts are joined to', () => {
  const texts = setAsideVariants.map(({ text }) => text);
  const places = findTraceCandidates(texts.join('\n'), index);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.length).toBeGreaterThan(texts.length / 2);
});

test('a quotation that fills a link is seen, though its mark follows no space', () => {
  const texts = ['the account had been closed ', '"to comply with local law"', ' and that was all.'];
  expect(findTraceCandidates(texts.join(seam), index)).not.toEqual([]);
});

test('a text too short for two long words has none', () => {
  expect(findTraceCandidates('moratorium', index)).toEqual([]);
});
