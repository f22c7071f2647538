import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogues } from '../../../src/i18n/catalogues.ts';
import { exampleQuotation } from '../../../src/ui/welcome/welcome-article.tsx';

const statementsFile = join(
  import.meta.dirname,
  '../../../assets/knowledge/facial-recognition/statements.json',
);

test('the quotation of the example is exactly what a source prints', () => {
  const { statements } = JSON.parse(readFileSync(statementsFile, 'utf8')) as {
    statements: { wordings: { text: string }[] }[];
  };
  const printed = statements.flatMap(({ wordings }) => wordings.map(({ text }) => text));
  expect(printed.filter((text) => text.includes(exampleQuotation))).not.toEqual([]);
});

describe.each(Object.entries(catalogues))('the example in %s', (_language, catalogue) => {
  const article = [
    catalogue.welcomeArticleAmazon.message,
    catalogue.welcomeArticleIbm.message,
    catalogue.welcomeArticleStudies.message,
  ].join('\n');

  test.each([
    ...['Amazon', 'Rekognition', 'IBM', 'Arvind Krishna', 'Gender Shades', 'Joy Buolamwini', 'Timnit Gebru'],
    ...['Microsoft', 'Megvii', 'NISTIR 8280', 'National Institute of Standards and Technology'],
    ...['2018', '189', '2019', '{quotation}'],
  ])('names %s', (word) => {
    expect(article).toContain(word);
  });
});
