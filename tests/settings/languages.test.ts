import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/settings/languages.ts';

test.each([
  ['de', ['fr', 'en'], 'de', 'the reader’s choice comes before the browser’s languages'],
  ['auto', ['fr', 'en'], 'fr', 'without a choice the browser’s first language'],
  ['auto', ['es-419', 'en'], 'es', 'a region finds its language'],
  ['auto', ['DE-at'], 'de', 'in whatever case'],
  ['auto', ['ca', 'pt-BR', 'es', 'en'], 'es', 'the first of them that there is'],
  ['auto', ['ja'], 'en', 'English where there is none of them'],
  ['auto', [], 'en', 'English where the browser names none'],
  ['pt_BR', ['fr'], 'fr', 'a choice that this version does not know counts as none'],
  ['constructor', ['fr'], 'fr', 'nor does what only looks like a key'],
])('%s with %j speaks %s: %s', (chosen, preferred, spoken) => {
  expect(chooseLanguage(chosen, preferred)).toBe(spoken);
});
