import { expect, test } from 'vitest';
import { maxSteps } from '../../src/knowledge/text/find-matching-blocks.ts';
import { countWords } from '../../src/knowledge/text/locate-words.ts';
import type { CardStatement } from '../../src/view-models/card-content.ts';
import { compareWording } from '../../src/view-models/compare-wording.ts';
import { herald, wording } from '../ui/card/card-statement.ts';

/** The comparison of two texts that are not too different. */
function compareAll(full: CardStatement['sentences'], printed: CardStatement['wordings'][number]) {
  const { differences, ...rest } = compareWording(full, printed, maxSteps);
  if (differences === undefined) throw new Error('The texts are too different to be compared.');
  return { ...rest, ...differences };
}

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
  expect(compareAll(sentences, wording(herald, printed))).toMatchObject({ cutCount, changedCount });
});

test.each([
  ['We hope so and stop at last.', ['cut', 'same']],
  ['We will stop at once. We', ['same', 'cut']],
  ['once. We hope so and', ['cut', 'same', 'cut']],
  // Where the outlet shows a gap, its word may be from anywhere.
  ['We … hope so and stop at last.', ['same', 'cut', 'same']],
])('words of a printing are side by side, also if another sentence has them, too: %s', (printed, kinds) => {
  const said = ['We will stop at once.', 'We hope so and stop at last.', 'We will see at once.'];
  const { runs } = compareAll(said.slice(0, printed.endsWith('We') ? 3 : 2), wording(herald, printed));
  expect(runs.map(({ kind }) => kind)).toEqual(kinds);
});

test('the runs of one outlet, without what it cut, are exactly its own words', () => {
  const printed = '«\u00a0We’ve asked [all of] “Congress” … to rein in Face-Recognition\u00a0»';
  const { runs } = compareAll(sentences, wording(herald, printed));
  const join = (kind: string) => runs.flatMap((run) => (run.kind === kind ? [] : run.text)).join('');
  expect(join('cut')).toBe(`${printed} `);
  expect(join('added')).toMatch(/ reign in .* she said\. It is time — now\. $/);
});

/** Every sign with which outlets show that words are left out. */
const omissions = '…|...|. . .|.\u00a0.\u00a0.|....|[...]|[…]|[. . .]|(…)|(...)|⋯|……|– … –|*…*'.split('|');

test.each(omissions)('"%s" stands for words left out and is itself no word', (sign) => {
  const said = ['We found lead, we told the families, and we will replace every pipe.'];
  const compare = (text: string) => compareAll(said, wording(herald, text));
  const gap = compare(`We found lead ${sign} and we will replace every pipe.`);
  expect(gap).toMatchObject({ cutCount: 4, changedCount: 0, quotedCount: 9, isFragment: false });
  expect(gap.runs.map(({ kind, wordCount }) => [kind, wordCount])).toEqual([
    ['same', 3],
    ['cut', 4],
    ['same', 6],
  ]);
  const whole = compare(
    `${sign} We found lead, ${sign} we told the families, and we will replace every pipe.`,
  );
  expect(whole).toMatchObject({ cutCount: 0, changedCount: 0, quotedCount: 13 });
  expect(whole.runs.map(({ kind }) => kind)).toEqual(['same']);
  // Beside a changed word, too, only the words count.
  const changed = compare(`We found zinc ${sign} and we will replace every pipe.`);
  expect(changed).toMatchObject({ cutCount: 4, changedCount: 1 });
});

test.each([
  ['behind the gap', 'lead, we told them, we will replace it', 'lead … we will replace it', 'we told them, '],
  [
    'before the gap',
    'we found lead, we found zinc, and left',
    'we found […] zinc, and left',
    'lead, we found ',
  ],
  [
    'where nothing shows it',
    'we found lead, we found zinc, and left',
    'we found zinc, and left',
    'lead, we found ',
  ],
])('a repeated word does not move the gap: %s', (_name, full, printed, cut) => {
  const { runs } = compareAll([full], wording(herald, printed));
  expect(runs.map(({ kind }) => kind)).toEqual(['same', 'cut', 'same']);
  expect(runs[1]?.text).toBe(cut);
});

test.each([
  ['signs by themselves', 'One, two – three.', 'One two — three / & ! •', 0, 0],
  [
    'what French sets off',
    'Il dit : « Non, merci ! »',
    'Il dit\u00a0: «\u00a0Non, merci\u202f!\u00a0»',
    0,
    0,
  ],
  ['quotations in quotations', 'It was “a “great” day”.', "It was 'a “great” day'.", 0, 0],
  [
    'one word in two',
    'We will not anymore e-mail the on-line list.',
    'We will not any more email the online list.',
    0,
    0,
  ],
  [
    'how a number is set',
    'Some 1,000,000 of 10% at 5 €',
    'Some 1\u202f000\u202f000 of 10\u00a0percent at 5€',
    0,
    0,
  ],
  ['another number', 'Some 1,000.5 of them', 'Some 1,000.6 of them', 0, 1],
  ['other money', 'It cost $5 then', 'It cost €5 then', 0, 1],
  ['no per cent', 'It rose by 10% then', 'It rose by 10 then', 0, 1],
  ['an insertion for a word', 'We told them', '[The company] told them', 0, 2],
  ['an insertion beside words', 'We told them', 'We [at the company] told them', 0, 3],
  ['letters and their marks in one character or two', 'Un café', 'Un cafe\u0301', 0, 0],
  ['other marks on letters', 'Un pâté', 'Un pate', 0, 1],
  ['smileys', 'Well 🙂 done', 'Well done', 0, 0],
])('%s', (_name, full, printed, cutCount, changedCount) => {
  expect(compareAll([full], wording(herald, printed))).toMatchObject({ cutCount, changedCount });
});

test.each([
  [
    'Japanese',
    '我々は鉛を発見した。家族に同じ日に伝えた。すべての管を交換する。',
    '家族に同じ日に伝えた。',
    '（中略）',
  ],
  ['Chinese', '我们发现了铅，我们告诉了家庭，我们将更换所有管道。', '我们告诉了家庭，', '……'],
  ['Thai', 'เราพบตะกั่ว เราบอกครอบครัว เราจะเปลี่ยนท่อทั้งหมด', 'เราบอกครอบครัว ', '… '],
])('%s is compared word by word', (_language, full, cut, sign) => {
  const at = full.indexOf(cut);
  const printed = `${full.slice(0, at)}${sign}${full.slice(at + cut.length)}`;
  const compared = compareAll([full], wording(herald, printed));
  expect(compared).toMatchObject({ cutCount: countWords(cut), changedCount: 0 });
  expect(countWords(cut)).toBeGreaterThan(2);
  expect(compared.runs.flatMap((run) => (run.kind === 'cut' ? run.text : [])).join('')).toBe(cut);
  expect(
    compared.runs
      .flatMap((run) => (run.kind === 'cut' ? [] : run.text))
      .join('')
      .trimEnd(),
  ).toBe(printed);
  const whole = compareAll([full], wording(herald, full.replace(/[。，]/gu, '・')));
  expect(whole).toMatchObject({ cutCount: 0, changedCount: 0, isFragment: false });
});

test('parts of one outlet are compared together', () => {
  const parts = wording(
    herald,
    'We’ve asked Congress to reign in face-recognition, she said.',
    'It is time — now.',
  );
  expect(compareAll(sentences, parts)).toMatchObject({ cutCount: 0, changedCount: 0, isFragment: false });
});

test('less than half of the statement is a fragment', () => {
  expect(compareAll(sentences, wording(herald, 'It is time'))).toMatchObject({
    isFragment: true,
    quotedCount: 3,
  });
});

test('words known to be missing are no outlet’s cut', () => {
  expect(
    compareAll(['One two three.', null, 'Four five.'], wording(herald, 'One two three. Four five.')),
  ).toMatchObject({
    cutCount: 0,
    changedCount: 0,
  });
});

test('words of an outlet’s own where some are known to be missing are no cut', () => {
  expect(
    compareAll(['One two.', null, 'Four five.'], wording(herald, 'One two. Three. Four five.')),
  ).toMatchObject({ cutCount: 0, changedCount: 1 });
});

test('texts that share too little are counted, and not compared', () => {
  const full = Array.from({ length: 3_000 }, (_, n) => `a${n}`).join(' ');
  const printed = full.replaceAll('a', 'b');
  expect(compareWording([full], wording(herald, printed), maxSteps)).toEqual({
    quotedCount: 3_000,
    isFragment: false,
    differences: undefined,
  });
});

test('what a long speech is quoted with is compared, from one sentence to a third of it', () => {
  const words = Array.from({ length: 3_000 }, (_, n) => `a${n}`);
  for (const [from, to] of [
    [1_500, 1_520],
    [700, 750],
    [2_000, 2_060],
  ] as const) {
    const printed = words.slice(from, to).join(' ');
    expect(compareAll([words.join(' ')], wording(herald, printed)).changedCount).toBe(0);
  }
  const third = words.slice(300, 600).join(' ');
  expect(compareAll([words.slice(0, 900).join(' ')], wording(herald, third)).changedCount).toBe(0);
});

test('signs that open nothing and marks of one letter cost no more than their number', () => {
  const flood = `${'(”'.repeat(10_000)}x ${'“'.repeat(10_000)} y${'\u0315\u0300'.repeat(5_000)}`;
  const { runs } = compareAll([`We said ${flood}.`], wording(herald, `We said ${flood}.`));
  expect(runs.map(({ kind }) => kind)).toEqual(['same']);
});
