import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packProblems } from '../../../src/knowledge/pack-problem.ts';
import { exportProblems } from '../../../src/settings/export/export-problem.ts';
import { languages } from '../../../src/settings/languages.ts';
import { findTextProblems, readCatalogues, readProblemTexts } from '../../../tools/vite/check-texts.ts';

const catalogues = readCatalogues(join(import.meta.dirname, '../../../assets/_locales'));

const problemTexts = readProblemTexts(join(import.meta.dirname, '../../../assets/texts/problems'));
const each = { 'the surfaces': catalogues, problems: problemTexts };

describe.each(Object.entries(each))('of %s', (_of, texts) => {
  test('every language has every text, with the same placeholders', () => {
    expect(findTextProblems(texts)).toEqual([]);
  });

  test('the languages to choose from are those that have texts', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(languages).sort());
  });

  test('French sets off its high punctuation and quotation marks with spaces that do not break', () => {
    const broken = Object.entries(texts.fr as Record<string, { message: string }>).filter(([, { message }]) =>
      / [:;!?»]|« |[^\s\d]\?$/.test(message),
    );
    expect(broken.map(([key]) => key)).toEqual([]);
  });
});

test.each(Object.entries(problemTexts))(
  'no problem in %s sends a reader to a command, or to a document for authors',
  (_, texts) => {
    const named = Object.entries(texts as Record<string, { message: string }>).filter(([, { message }]) =>
      /npm |docs\/|\.md\b/.test(message),
    );
    expect(named.map(([key]) => key)).toEqual([]);
  },
);

// The words of docs/languages.md: each thing has the same name everywhere.
test.each([
  ['de', /Wissenspaket|Hintergrundprozess|Knopf|Optionen|Kennung/],
  ['es', /recopilación|al día|identificador\b/],
  ['fr', /paquet|\bmarques?\b|identifiant/i],
])('one thing has one name in %s', (language, otherName) => {
  const texts = [catalogues[language], problemTexts[language]] as Record<string, { message: string }>[];
  const other = texts
    .flatMap((each) => Object.entries(each))
    .filter(([, { message }]) => otherName.test(message));
  expect(other.map(([key]) => key)).toEqual([]);
});

// In Spanish an imperative cannot be recognised by its ending: only the verbs that occurred with pronouns are listed.
test.each([
  ['de', /(?<=[\p{L},;–] )Sie\b|\bIhr(e[mnrs]?)?\b|\bIhnen\b|\bd(u|ich|ir|ein\w*)\b/u],
  [
    'es',
    /\busted|\b(le|les) (da|pregunta|pide)|\b(pod|ver|necesit)(rá|ará)s?\b (\p{L}+r\b|lo|su)|(^|[.;:] )(Pruebe|Escriba|Cierre|Recargue|Active|Inténtelo|Elija|Quite)\b/u,
  ],
  ['fr', /\b(vous|votre|vos)\b|\b(?!Veuillez|veuillez|assez|chez)\p{L}{3,}ez\b/iu],
])('no text in %s addresses the reader', (language, address) => {
  const texts = [catalogues[language], problemTexts[language]] as Record<string, { message: string }>[];
  const spoken = texts
    .flatMap((each) => Object.entries(each))
    .filter(([, { message }]) => address.test(message));
  expect(spoken.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
});

test.each(Object.entries({ ...packProblems, ...exportProblems }))(
  'the words for %s are filled with the values that come with it',
  (code, values) => {
    const { [`${code}.reason`]: reason, [`${code}.remedy`]: remedy } = problemTexts.en as Record<
      string,
      { message: string }
    >;
    const named = `${reason?.message} ${remedy?.message}`.matchAll(/\{(\w+)\}/g);
    expect([...new Set([...named].map(([, name]) => name))].sort()).toEqual([...values].sort());
  },
);

test.each(Object.keys(languages))(
  'what to do about a file in %s names the button and the section as they are called',
  (language) => {
    const remedies = problemTexts[language] as Record<string, { message: string }>;
    const { backupExportButton, optionsBackup } = catalogues[language] as Record<string, { message: string }>;
    expect(remedies['noExport.remedy']?.message).toContain(backupExportButton?.message);
    expect(remedies['exportInsteadOfPack.remedy']?.message).toContain(optionsBackup?.message);
  },
);

test.each(Object.keys(languages))(
  'the description in %s is short enough for the browsers’ stores',
  (language) => {
    // Chrome refuses a manifest whose description is longer than 132 characters.
    const { extensionDescription } = catalogues[language] as { extensionDescription: { message: string } };
    expect(extensionDescription.message.length).toBeLessThanOrEqual(132);
  },
);

const en = { a: { message: 'A {x}' }, b_one: { message: '{count} b' }, b_other: { message: '{count} bs' } };

test.each([
  ['a key that is missing', { en, de: { b_one: en.b_one, b_other: en.b_other } }, 'de: a is missing'],
  ['a key too many', { en, de: { ...en, c: en.a } }, 'de: c is a key that en does not have'],
  ['a plural without its other form', { en, de: { a: en.a, b_one: en.b_one } }, 'de: b_other is missing'],
  [
    'a plural that English itself leaves alone',
    { en: { ...en, d_one: en.a } },
    'en: d_one needs its other form, d_other',
  ],
  [
    'a placeholder that is called otherwise',
    { en, de: { ...en, a: { message: 'A {y}' } } },
    'de: a has the placeholders {y}, en has {x}',
  ],
  [
    'a placeholder that is left out',
    { en, de: { ...en, a: { message: 'A' } } },
    'de: a has the placeholders none, en has {x}',
  ],
  ['an empty text', { en, de: { ...en, a: { message: ' ' } } }, 'de: a is empty'],
])('%s is named with its language', (_what, given, problem) => {
  expect(findTextProblems(given)).toEqual([problem]);
});
