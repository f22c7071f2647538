import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../src/stories/kept/compare-versions.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

const title = 'Aberford closes its old bridge';
const paragraphs = [
  'The town of Aberford will close the Old Bridge on Monday, because two of its cables have rusted.',
  '“We will close the old bridge on Monday because two cables have rusted,” Mayor Ann Lee told the council. “Nobody was hurt.”',
  'Some 4,200 passengers cross the Wend by tram each day. The ferry will carry them until the cables are replaced.',
  'Engineers of Brightsea University had warned of rust in the spring.',
];
const article = (text: string, headline = title) => ({ title: headline, text });
const before = article(paragraphs.join('\n\n'));
/** The article with `from` replaced by `to`, once. */
const edited = (from: string | RegExp, to: string) => {
  const text = before.text.replace(from, to);
  expect(text).not.toBe(before.text);
  return article(text);
};

describe('is no change:', () => {
  test.each([
    ['the same text', before],
    ['a comma less', edited('Monday, because', 'Monday because')],
    ['straight quotation marks', article(before.text.replace(/[“”]/g, '"'))],
    ['another style of quotation marks', article(before.text.replace('“', '«').replace('”', '»'))],
    ['other white space', article(before.text.replaceAll(' ', '\u00a0').replaceAll('\n\n', '\n'))],
    ['a dash for a full stop', edited('each day. The ferry', 'each day – the ferry')],
    ['a number without its separator', edited('4,200', '4200')],
    ['capitals', edited('Old Bridge', 'old bridge')],
    ['another order of paragraphs', article([...paragraphs].reverse().join('\n\n'))],
  ])('%s', (_name, now) => expect(compareVersions(before, now)).toEqual([]));
});

describe('is named for what it is:', () => {
  test('another headline', () => {
    expect(compareVersions(before, article(before.text, 'Aberford opens its old bridge'))).toEqual([
      { kind: 'headline', before: title, now: 'Aberford opens its old bridge' },
    ]);
  });

  test('a quotation that was changed, with its sentence', () => {
    const [change, ...others] = compareVersions(before, edited('because two cables', 'because three cables'));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      kind: 'quotation',
      before: expect.stringContaining('because two cables have rusted'),
      now: expect.stringContaining('because three cables have rusted'),
    });
  });

  test('a quotation that was taken out', () => {
    expect(compareVersions(before, edited(' “Nobody was hurt.”', ''))).toEqual([
      { kind: 'quotation', before: '“Nobody was hurt.”', now: '' },
    ]);
  });

  test('words that are no longer a quotation', () => {
    const now = edited('“Nobody was hurt.”', 'Nobody was hurt.');
    expect(compareVersions(before, now)).toMatchObject([{ kind: 'quotation' }]);
  });

  test('a number', () => {
    expect(compareVersions(before, edited('4,200', '4,800'))).toEqual([
      {
        kind: 'number',
        before: 'Some 4,200 passengers cross the Wend by tram each day.',
        now: 'Some 4,800 passengers cross the Wend by tram each day.',
      },
    ]);
  });

  test('a decimal point, which is none of punctuation', () => {
    const of = (amount: string) => article(`The fare will rise by ${amount} per cent in the autumn.`);
    expect(compareVersions(of('1.5'), of('15'))).toMatchObject([{ kind: 'number' }]);
  });

  test('another word, and a sentence that was added', () => {
    const now = article(`${before.text.replace('warned', 'spoken')}\n\nThe council meets again in June.`);
    expect(compareVersions(before, now)).toEqual([
      {
        kind: 'text',
        before: paragraphs[3],
        now: 'Engineers of Brightsea University had spoken of rust in the spring.',
      },
      { kind: 'text', before: '', now: 'The council meets again in June.' },
    ]);
  });
});

test('headlines come first, then quotations, numbers, and other words', () => {
  const text = before.text
    .replace('warned', 'spoken')
    .replace('4,200', '4,800')
    .replace('Nobody was hurt', 'Somebody was hurt');
  const changes = compareVersions(before, article(text, 'The old bridge is closed'));
  expect(changes.map(({ kind }) => kind)).toEqual(['headline', 'quotation', 'number', 'text']);
});

test('a text that was replaced is listed no further than anybody reads', () => {
  const of = (word: string) =>
    article(Array.from({ length: 3_000 }, (_, i) => `The ${word} number ${i} stood alone.`).join(' '));
  expect(compareVersions(of('heron'), of('stork')).length).toBeLessThanOrEqual(200);
});

test('any text is equal to itself, and what differs is in one of the two', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom(...paragraphs, '“', '”', ' ', '\n\n'), { maxLength: 6 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compareVersions(article(a), article(a))).toEqual([]);
      for (const change of compareVersions(article(a), article(b))) {
        expect(a).toContain(change.before);
        expect(b).toContain(change.now);
      }
    }),
    fuzzRuns('compare versions', 300),
  );
});
