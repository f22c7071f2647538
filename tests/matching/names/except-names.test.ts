import { expect, test } from 'vitest';
import type { NameException } from '../../../src/knowledge/name-exception.ts';
import { compileExceptions, wordsBeside } from '../../../src/matching/names/except-names.ts';
import { resolveMentions } from '../../../src/matching/names/resolve-mentions.ts';
import { makeIndex, matchBlocks } from './small-index.ts';

const index = makeIndex([
  { id: 'company', names: ['Amazon', 'Amazon Web Services'] },
  { id: 'river', names: ['Amazon'] },
  { id: 'system', names: ['Amazon Rekognition', { text: 'Rekognition' }] },
  { id: 'person', names: [{ text: 'Case', needs: { mentions: ['test/system'] } }] },
]);

/**
 * The mentions, written `entity: text`;
 * separates blocks.
 */
function resolve(text: string, ...exceptions: NameException[]): string[] {
  const blocks = text.split('¶');
  const resolved = resolveMentions(matchBlocks(blocks, index), index, compileExceptions(exceptions));
  return resolved.flatMap((mentions, block) =>
    mentions.map(({ entity, start, end }) => `${entity.slice(5)}: ${blocks[block]?.slice(start, end)}`),
  );
}

const not = (entity: string, name: string, beside?: string): NameException => ({
  entity: `test/${entity}`,
  name,
  ...(beside !== undefined && { beside }),
});

test('without exceptions nothing is asked', () => {
  expect(compileExceptions([])).toBeUndefined();
  expect(resolve('Amazon.')).toEqual(['company: Amazon']);
});

test.each([
  ['another bearer of the name has the place', 'Amazon.', [not('company', 'Amazon')], ['river: Amazon']],
  [
    'with every bearer excepted nobody has it',
    'Amazon.',
    [not('company', 'Amazon'), not('river', 'Amazon')],
    [],
  ],
  ['another name of the entity stands', 'Amazon Web Services.', [not('company', 'Amazon')], undefined],
  [
    'a shorter name within may be somebody else’s',
    'Use Amazon Rekognition.',
    [not('system', 'Amazon Rekognition')],
    ['company: Amazon'],
  ],
  [
    'a shorter name of the very entity goes with it, and stands elsewhere',
    'Use Amazon Rekognition. Or Rekognition.',
    [not('system', 'Amazon Rekognition'), not('company', 'Amazon'), not('river', 'Amazon')],
    ['system: Rekognition'],
  ],
  ['what is no match settles no other name', 'Case on Rekognition.', [not('system', 'Rekognition')], []],
  ['of another name nothing changes', 'Rekognition.', [not('system', 'Amazon')], undefined],
  ['of another entity nothing changes', 'Rekognition.', [not('company', 'Rekognition')], undefined],
])('%s', (_what, text, exceptions, expected) => {
  expect(resolve(text, ...exceptions)).toEqual(expected ?? resolve(text));
});

test.each([
  ['The Rekognition river is long.', 'river', true],
  ['The Rekognition\n   \u00a0river is long.', 'river', true],
  ['The “Rekognition” river is long.', 'river', true],
  ['The Rekognition (river) is long.', 'river', true],
  ['On the river Rekognition.', 'river', true],
  ['On the river Rekognition.', 'the river', true],
  ['The Rekognition river’s mouth.', "river's mouth", true],
  ['The Rekognition riverbed.', 'river', false],
  ['The Rekognition River.', 'river', false],
  ['The Rekognition is a river.', 'river', false],
  ['The Rekognition.¶A river.', 'river', false],
  ['The Rekognition riverbed.', 'river*', false],
  ['The Rekognition river.', '(river)', true],
])('in “%s” the name stands beside “%s”: %s', (text, beside, isExcepted) => {
  expect(resolve(text, not('system', 'Rekognition', beside))).toEqual(isExcepted ? [] : resolve(text));
});

test.each([
  ['They sailed the long Amazon river basin home.', 'the long', 'river basin'],
  ['Amazon', '', ''],
  ['An   early “Amazon”, a state-of-the-art one', 'An early', 'a state-of-the-art'],
  ['He left. Amazon’s river', 'He left', 's river'],
  ['— Amazon!?', '', ''],
])('of “%s” the words beside the name are “%s” and “%s”', (text, before, after) => {
  const start = text.indexOf('Amazon');
  expect(wordsBeside(text, { start, end: start + 6 })).toEqual({ before, after });
});

test('a name is excepted beside exactly these words', () => {
  const text = 'They say: “the very \u00adlong\u2011ish Rekognition’s   river\u00a0basin” is wide.';
  const start = text.indexOf('Rekognition');
  const { before, after } = wordsBeside(text, { start, end: start + 11 });
  for (const beside of [before, after]) {
    expect(beside).not.toBe('');
    const isExcepted = compileExceptions([not('system', 'Rekognition', beside)]);
    expect(
      isExcepted?.(text, { start, end: start + 11 }, { entity: 'test/system', text: 'Rekognition' }),
    ).toBe(true);
  }
});
