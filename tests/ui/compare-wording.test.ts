import { expect, test } from 'vitest';
import { compareWording } from '../../src/ui/compare-wording.ts';
import { herald, wording } from './card-statement.ts';

const sentences = ['“We’ve asked Congress to reign in face-recognition,” she said.', 'It is time — now.'];

test.each([
  [
    'typography and case are no difference',
    "We've asked congress to reign in face\u00adrecognition, she said. It is time — NOW.",
    0,
    0,
  ],
  [
    'a changed word is one difference and no cut',
    'We’ve asked Congress to rein in face-recognition, she said. It is time — now.',
    0,
    1,
  ],
  ['missing words are a cut', 'We’ve asked Congress to reign in face-recognition. It is time — now.', 2, 0],
  [
    'words of the outlet’s own are a difference',
    'We’ve asked Congress to reign in all face-recognition, she said. It is time — now.',
    0,
    1,
  ],
])('%s', (_name, printed, cutCount, changedCount) => {
  expect(compareWording(sentences, wording(herald, printed))).toMatchObject({ cutCount, changedCount });
});

test('the runs of one outlet, without what it cut, are its own words to the letter', () => {
  const printed = 'We’ve asked all of Congress to rein in Face-Recognition';
  const { runs } = compareWording(sentences, wording(herald, printed));
  const own = runs.filter(({ kind }) => kind !== 'cut').flatMap(({ words }) => words);
  expect(own.join(' ')).toBe(printed);
  const full = runs.filter(({ kind }) => kind !== 'added').flatMap(({ words }) => words);
  expect(full).toHaveLength(sentences.join(' ').split(' ').length);
});

test('parts of one outlet are compared together', () => {
  const parts = wording(
    herald,
    'We’ve asked Congress to reign in face-recognition, she said.',
    'It is time — now.',
  );
  expect(compareWording(sentences, parts)).toMatchObject({ cutCount: 0, changedCount: 0, isFragment: false });
});

test('less than half of the statement is a fragment', () => {
  expect(compareWording(sentences, wording(herald, 'It is time'))).toMatchObject({
    isFragment: true,
    quotedCount: 3,
  });
});

test('words known to be missing are nobody’s cut', () => {
  expect(
    compareWording(['One two three.', null, 'Four five.'], wording(herald, 'One two three. Four five.')),
  ).toMatchObject({
    cutCount: 0,
    changedCount: 0,
  });
});
