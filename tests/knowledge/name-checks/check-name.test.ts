import { expect, test } from 'vitest';
import { checkName } from '../../../src/knowledge/name-checks/check-name.ts';
import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { describeInEnglish } from '../../../tools/command-line/describe-in-english.ts';

const needs = { block: ['camera*', 'Lund'] };

const refused: readonly [string, Name, string, RegExp][] = [
  ['one letter', { text: 'X' }, 'en', /so short/],
  ['one letter, even with a rule', { text: 'X', needs }, 'en', /so short/],
  ['one letter and a full stop', { text: 'A.' }, 'en', /so short/],
  ['one digit', { text: '7' }, 'en', /so short/],
  ['one letter behind an invisible one', { text: '\u200ba' }, 'en', /so short/],
  ['one Chinese sign', { text: '的' }, 'zh', /so short/],
  ['two hiragana', { text: 'する' }, 'ja', /so short/],
  ['signs alone', { text: '!!!' }, 'en', /no letter and no digit/],
  ['note numbers and keys alone', { text: '①② 3️⃣ ½', needs }, 'en', /no letter and no digit/],
  ['a filler that looks like nothing', { text: '\u3164' }, 'en', /no letter and no digit/],
  ['"the"', { text: 'the' }, 'en', /most common words/],
  ['"the" with a rule', { text: 'the', needs }, 'en', /most common words/],
  ['"The" in its case with a rule', { text: 'The', case: 'exact', needs }, 'en', /most common words/],
  ['"the" in full-width letters', { text: 'ｔｈｅ' }, 'en', /most common words/],
  ['"the" with marks above', { text: 't\u0301he\u0300' }, 'en', /most common words/],
  ['"the" with a soft hyphen', { text: 'th\u00ade' }, 'en', /most common words/],
  ['"the" in a pack in Hindi', { text: 'the' }, 'hi', /most common words/],
  ['"und" in a German pack', { text: 'und' }, 'de', /most common words/],
  ['"où" in a pack from Canada', { text: 'Où' }, 'fr-CA', /most common words/],
  ['"IT" in any case', { text: 'IT', case: 'any', needs }, 'en', /most common words/],
  ['"WHO" without a rule', { text: 'WHO' }, 'en', /also a common word, and no rule/],
  ['"und" in an English pack', { text: 'und' }, 'en', /another language/],
  ['"как" in an English pack', { text: 'как' }, 'en', /another language/],
  ['"people"', { text: 'People' }, 'en', /every fourth page/],
  ['"Zeit"', { text: 'Zeit', case: 'exact' }, 'de', /every fourth page/],
  ['a number', { text: '2020' }, 'en', /is a number/],
  ['two numbers', { text: '24, 7' }, 'en', /is a number/],
  ['common words in a row', { text: 'of the' }, 'en', /consists of common words/],
  ['a rule that need not be met', { text: 'People', needs: { ...needs, optional: true } }, 'en', /no rule/],
  ['a rule that only refuses', { text: 'People', unless: { block: ['Lund'] } }, 'en', /no rule/],
  [
    'a rule that every page meets',
    { text: 'People', needs: { page: ['Lund', 'the'] } },
    'en',
    /looks for "the"/,
  ],
  ['a rule of one letter', { text: 'People', needs: { block: ['a*'] } }, 'en', /looks for "a\*"/],
  ['a rule of a sign', { text: 'People', needs: { block: ['.'] } }, 'en', /looks for "\."/],
];

test.each(refused)('%s is refused', (_, name, language, reason) => {
  const fault = checkName(name, language);
  const reported = fault && describeInEnglish({ file: 'a.json', path: '', ...fault });
  expect(reported?.reason).toMatch(reason);
  expect(reported?.remedy).toMatch(/Write|Add|Remove/);
});

const accepted: readonly [string, Name, string][] = [
  ['an ordinary name', { text: 'Lund' }, 'en'],
  ['two letters', { text: 'EU' }, 'en'],
  ['one letter with a sign', { text: 'C++' }, 'en'],
  ['a common word with a sign', { text: 'Face++' }, 'en'],
  ['"People" with a rule', { text: 'People', needs }, 'en'],
  ['"People" with a rule on another entity', { text: 'People', needs: { mentions: ['lund'] } }, 'en'],
  ['"WHO" with a rule', { text: 'WHO', needs: { page: ['health', 'IT'] } }, 'en'],
  ['"The Who" with a rule', { text: 'The Who', needs: { page: ['band'] } }, 'en'],
  ['a long phrase of common words', { text: 'To be or not to be' }, 'en'],
  ['a year with a rule', { text: '1984', needs: { page: ['Orwell'] } }, 'en'],
  ['another language’s word as an acronym', { text: 'MIT' }, 'en'],
  ['another language’s word with its capital', { text: 'Como', case: 'exact' }, 'en'],
  ['common words among others', { text: 'The Home Office' }, 'en'],
  ['numbers with a sign', { text: '9/11' }, 'en'],
  ['a Chinese name', { text: '北京' }, 'zh'],
];

test.each(accepted)('%s is allowed', (_, name, language) => {
  expect(checkName(name, language)).toBeUndefined();
});

test('a name of the maximum length is checked at once, whatever it contains', () => {
  for (const text of [
    'A'.repeat(199),
    `${'A'.repeat(198)}a`,
    'a '.repeat(100),
    '\u0301'.repeat(200),
    '()'.repeat(100),
  ]) {
    expect(() => checkName({ text, needs: { block: [text] } }, 'en')).not.toThrow();
  }
});
