import { expect, test } from 'vitest';
import { sentenceAround, sentenceStarts } from '../../../src/matching/text/split-sentences.ts';

function split(text: string): string[] {
  const starts = sentenceStarts(text);
  return starts
    .map((start, index) => text.slice(start, starts[index + 1]).trim())
    .filter((part) => part !== '');
}

test.each([
  ['ends at a full stop', 'Amazon paused. IBM left.', ['Amazon paused.', 'IBM left.']],
  ['ends at a question and an exclamation', 'Why? Because! So.', ['Why?', 'Because!', 'So.']],
  ['keeps closing quotation marks', 'He said “no.” Then he left.', ['He said “no.”', 'Then he left.']],
  [
    'goes on after a title',
    'Rep. Zoe Lofgren and Sen. Roy Blunt met Mr. Castro.',
    ['Rep. Zoe Lofgren and Sen. Roy Blunt met Mr. Castro.'],
  ],
  ['goes on after the initials of a country', 'The U.S. Senate met.', ['The U.S. Senate met.']],
  [
    'ends after them where a new sentence opens',
    'It left the U.S. The rest stayed.',
    ['It left the U.S.', 'The rest stayed.'],
  ],
  [
    'goes on after a company form',
    'Amazon.com Inc. Chief Jassy spoke.',
    ['Amazon.com Inc. Chief Jassy spoke.'],
  ],
  [
    'ends after a company form where a new sentence opens',
    'It is Amazon.com Inc. The firm sells.',
    ['It is Amazon.com Inc.', 'The firm sells.'],
  ],
  ['goes on after a number sign', 'See No. 5 and Fig. 3 there.', ['See No. 5 and Fig. 3 there.']],
  ['goes on after an initial', 'Edward J. Markey wrote.', ['Edward J. Markey wrote.']],
  ['goes on where a small letter follows', 'At 4 p.m. on Monday it fell.', ['At 4 p.m. on Monday it fell.']],
  [
    'does not cut numbers and addresses',
    'It cost 2.4 at amazon.com today.',
    ['It cost 2.4 at amazon.com today.'],
  ],
  ['ends at an empty line', 'Amazon pauses\n\nIBM leaves', ['Amazon pauses', 'IBM leaves']],
  ['does not end at a line break', 'Amazon\npauses', ['Amazon\npauses']],
  ['ends at a full-width stop', '亚马逊暂停。公司说。', ['亚马逊暂停。', '公司说。']],
])('%s', (_, text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

test('finds the sentence around an offset', () => {
  const text = 'One is here. Two is there. Three.';
  expect(sentenceAround(text, sentenceStarts(text), text.indexOf('there')).trim()).toBe('Two is there.');
  expect(sentenceAround(text, sentenceStarts(text), 0)).toBe('One is here.');
});

test('reads a million full stops, which end nothing', () => {
  expect(sentenceStarts(`${'.'.repeat(1_000_000)}x`)).toEqual([0]);
});
