import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearestStories } from '../../src/stories/find-nearest-stories.ts';
import type { Article } from '../../src/stories/text/article.ts';
import { fuzzRuns } from '../fuzz-runs.ts';

function articleOf(title: string, text: string): Article {
  return { title, outlet: '', authors: [], date: '', address: '', language: 'en', text };
}

const bridge = [
  articleOf(
    'Aberford closes its old bridge',
    'The town of Aberford will close the Old Bridge because two of its cables have rusted. Mayor Ann Lee told the council on Wednesday that trams could no longer cross the Wend. “We will close the old bridge on Monday because two cables have rusted,” Lee said. Engineers of Brightsea University had warned of rust in the spring.',
  ),
  articleOf(
    'Trams stop at the Wend',
    'Trams in Aberford will stop on both sides of the Wend from Monday. Ann Lee, the mayor, blamed rusted cables of the Old Bridge. The ferry will carry passengers until the cables are replaced, she said.',
  ),
];
const orchard = [
  articleOf(
    'Late frost ruins the apples of Marl Valley',
    'Growers in the Marl Valley have lost most of their apples to a late frost. Paul Adams of the growers’ union asked the minister of agriculture for help. “We have never seen blossoms freeze in May,” Adams said. Prices of cider will rise in autumn.',
  ),
];
const stories = [orchard, bridge];

test('an article is nearest to its own story, and proposed for it', () => {
  const article = articleOf(
    'Old Bridge of Aberford is shut',
    'Barriers went up at the Old Bridge in Aberford after Mayor Ann Lee said two cables had rusted. “We will close the old bridge on Monday because two cables have rusted,” Lee told the council. Passengers of the trams will take the ferry over the Wend.',
  );
  const [first, second] = findNearestStories(article, stories);
  expect(first).toMatchObject({ story: 1, isProposed: true });
  expect(second).toMatchObject({ story: 0, isProposed: false });
});

test('where words leave doubt, a shared quotation brings an article nearer', () => {
  const quotation = '“We will close the old bridge on Monday because two cables have rusted,” Lee said.';
  const text = `${orchard[0]?.text} Others in the region had worries of their own. ${quotation}`;
  const [quoted] = findNearestStories(articleOf('', text), [bridge.slice(0, 1)]);
  const [reported] = findNearestStories(articleOf('', text.replaceAll(/[“”]/g, '')), [bridge.slice(0, 1)]);
  expect([reported?.isProposed, reported?.sharedQuotations]).toEqual([false, 0]);
  expect([quoted?.isProposed, quoted?.sharedQuotations]).toEqual([true, 1]);
});

test('an article about something else is proposed for none', () => {
  const article = articleOf(
    'A museum of clocks opens in Brightsea',
    'Brightsea has a new museum. On Wednesday the collector Mary Olsen opened the doors to nine hundred clocks, of which the oldest was built for a monastery. “I wind each of them every Sunday,” Olsen said.',
  );
  expect(findNearestStories(article, stories).some(({ isProposed }) => isProposed)).toBe(false);
});

test('no texts make it throw: each story is returned once, nearest first, between 0 and 1', () => {
  const text = fc.oneof(
    fc.constantFrom(...bridge.map((one) => one.text), ...orchard.map((one) => one.text), ''),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }), (own, others) => {
      const found = findNearestStories(
        articleOf('', own),
        others.map((texts) => texts.map((one) => articleOf('', one))),
      );
      expect(found.map(({ story }) => story).sort()).toEqual(others.map((_, i) => i));
      for (const [i, { nearness, isProposed }] of found.entries()) {
        expect(nearness >= 0 && nearness <= 1 + 1e-9).toBe(true);
        if (i > 0) expect(nearness <= (found[i - 1]?.nearness as number) && !isProposed).toBe(true);
      }
    }),
    fuzzRuns('nearest stories', 100),
  );
});
