/**
 * A thousand damaged and hostile packs, the same in each run. Ten thousand take a minute: run them after a change
 * to how packs are read, with another seed, too:
 * `FUZZ_RUNS=10000 FUZZ_SEED=7 npx vitest run --project node tests/knowledge/validation/read-pack-file.fuzz.test.ts`.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { maxProblems } from '../../../src/knowledge/pack-limits.ts';
import { findUnsafeCharacter } from '../../../src/knowledge/unsafe-text.ts';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { namesOfPack } from '../../../src/matching/names/names-of-pack.ts';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../../src/matching/quotations/indexed-statement.ts';
import { describeInEnglish } from '../../../tools/command-line/describe-in-english.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { cutPack, damagedText, damagedValues, flippedBytes } from '../damage-pack.ts';
import { expectValidPack } from '../expect-valid-pack.ts';

const standardRuns = 1_000;
const { seed, numRuns: packCount } = fuzzRuns('packs', standardRuns);
const timeout = 600_000;

const { pack: builtIn } = await loadPack('assets/knowledge/facial-recognition');
if (!builtIn) throw new Error('The built-in pack does not load.');
/** A few of its entities: small enough for thousands of readings, with every kind of field. */
const part = cutPack(builtIn);

const reported = { accepted: 0, refused: 0 };

function checkText(text: string): void {
  const { pack, problems } = readPackFile(text);
  expect(pack === undefined).toBe(problems.length > 0);
  expect(problems.length).toBeLessThanOrEqual(maxProblems + 1);
  for (const { file, path, reason, remedy } of problems.map(describeInEnglish)) {
    expect(reason.length > 10 && remedy.length > 10 && file !== '').toBe(true);
    expect(findUnsafeCharacter(file + path + reason + remedy)).toBeUndefined();
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  if (pack === undefined) {
    reported.refused += 1;
    return;
  }
  reported.accepted += 1;
  // An accepted pack is valid, usable, and can be stored and read again.
  expectValidPack(pack);
  expect(compileNames(namesOfPack(pack)).length).toBeGreaterThan(0);
  expect(() => compileStatements(statementsOfPack(pack))).not.toThrow();
  expect(readPackFile(JSON.stringify(pack))).toEqual({ pack, problems: [] });
}

test('the part that is damaged is valid, and has every list', () => {
  expect(readPackFile(JSON.stringify(part)).problems).toEqual([]);
  for (const list of [part.topics, part.sources, part.entities, part.statements, part.claims, part.events]) {
    expect(list.length).toBeGreaterThan(0);
  }
});

const runs: readonly [string, number, fc.Arbitrary<string>][] = [
  ['values struck', 600, damagedValues(part)],
  ['characters cut and put in', 190, damagedText(part)],
  ['bits flipped', 190, flippedBytes(part)],
  ['values of the whole built-in pack struck', 10, damagedValues(builtIn)],
  ['bits of the whole built-in pack flipped', 5, flippedBytes(builtIn)],
  ['anything that JSON can hold', 5, fc.json()],
];

test('the kinds of damage make up all packs', () => {
  expect(runs.reduce((sum, [, share]) => sum + share, 0)).toBe(standardRuns);
});

test.each(runs)('%s: each pack is refused with a reason or valid', { timeout }, (_, share, texts) => {
  fc.assert(fc.property(texts, checkText), { seed, numRuns: Math.ceil((share * packCount) / standardRuns) });
});

afterAll(() => {
  const count = reported.accepted + reported.refused;
  console.log(`${count} packs, seed ${seed}: ${reported.refused} refused, ${reported.accepted} sound.`);
});
