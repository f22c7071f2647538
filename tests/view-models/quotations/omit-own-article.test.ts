import { expect, test } from 'vitest';
import type { PageWords } from '../../../src/view-models/card-content.ts';
import { omitOwnArticle } from '../../../src/view-models/quotations/omit-own-article.ts';
import { alteredCopy, gazette, herald, wording } from '../../ui/card/card-statement.ts';
import { letter } from '../../ui/card/quoted-card.ts';

const late = { ...gazette, id: 'late', outlet: 'Gazette Online', firstEdition: gazette.id };
const sources = [gazette, late, { ...gazette, id: 'gazette-2021' }, herald, alteredCopy];
const statement = { ...letter, wordings: sources.map((source) => wording(source, 'We will stop.')) };
const all = sources.map(({ id }) => id);
const others = ['gazette-2021', 'herald', 'copy'];

test.each<[string, Partial<PageWords> | undefined, string[]]>([
  ['no known page', undefined, all],
  ['a page that is no source', {}, all],
  ['an article: its editions, and no other article of the outlet', { source: gazette }, others],
  ['a later edition', { source: late }, others],
  ['a reprint', { source: gazette, isReprint: true }, all],
  ['an altered copy', { source: alteredCopy }, all],
  ['an altered copy of the name', { source: { ...alteredCopy, outlet: gazette.outlet } }, all],
])('without %s', (_case, page, left) => {
  const words = page && { claims: [], statements: [], ...page };
  const { wordings, ...same } = omitOwnArticle(statement, words);
  expect(wordings.map(({ source: { id } }) => id)).toEqual(left);
  expect({ ...same, wordings: statement.wordings }).toEqual(statement);
});
