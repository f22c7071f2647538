import { expect, test } from 'vitest';
import { loadExampleArticles } from '../../src/i18n/example-articles.ts';
import type { LanguageCode } from '../../src/settings/languages.ts';
import { compareArticles } from '../../src/stories/compare-articles.ts';

const languages: readonly LanguageCode[] = ['de', 'en', 'es', 'fr'];

test.each(languages)('the example in %s shows all that a comparison tells', async (language) => {
  const articles = await loadExampleArticles(language);
  const { quotations, utterances, facts } = compareArticles(articles);
  const pairs = utterances.flatMap((utterance) => utterance.pairs);
  expect(pairs.map(({ relation, meaning }) => `${relation} ${meaning}`).sort()).toEqual([
    'changed differs',
    'identical same',
  ]);
  const shared = new Set(utterances.flatMap(({ members }) => members));
  const onlyIn = quotations.flatMap(({ article }, i) => (shared.has(i) ? [] : [article]));
  expect(onlyIn).toEqual([0, 1]);
  expect(quotations.every(({ quotation }) => quotation.speaker !== null)).toBe(true);
  expect(facts).toHaveLength(1);
});
