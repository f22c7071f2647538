import { expect, it } from 'vitest';
import { lookUpPack } from '../../src/knowledge/look-up-pack.ts';
import { compareSources } from '../../src/view-models/compare-sources.ts';
import { makeCardClaims } from '../../src/view-models/make-card-claims.ts';
import { panelPack } from './panel-pack.ts';

it('puts the claims into rows and the sources that speak into columns, those that speak most first', () => {
  const claims = panelPack.claims.filter(({ id }) => ['paused', 'tested', 'sued'].includes(id));
  const { sources, rows } = compareSources(makeCardClaims(lookUpPack(panelPack), claims));
  expect(sources.map(({ id }) => id)).toEqual(['weekly', 'agency', 'daily']);
  const paused = rows.find(({ ref }) => ref === 'small/paused');
  expect(paused?.cells.map((cell) => cell.map(({ stance }) => stance))).toEqual([
    ['says-otherwise'],
    [],
    ['says'],
  ]);
});
