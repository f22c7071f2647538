import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findHighlightedQuoteMatch, findListed, listBeside } from '../../src/page/describe-found.ts';
import { toHighlightedItems, toUndrawnItem } from '../../src/page/highlighting/highlighted-item.ts';
import type { PageBlock } from '../../src/page/reading/page-text.ts';
import { readArticle } from '../../src/page/reading/read-article.ts';
import { readBlocks } from '../../src/page/reading/read-blocks.ts';

const sentence = 'The agency said on Wednesday that it would look at every one of the tests once more. ';
const words = '“We will wait for rules.”';
const paragraph = (marker: string) => `<p>${marker} ${words} ${sentence.repeat(3)}</p>`;
const html = `<!doctype html><body><aside>${paragraph('ASIDE')}</aside>
  <article><h1>Rules</h1>${paragraph('FIRST')}<p>${sentence.repeat(3)}</p>${paragraph('SECOND')}</article></body>`;

/** A page on which `words` belong to a statement; `isDrawn` says which blocks are visible. */
function readPage(isDrawn: (text: string) => boolean) {
  const { document } = new JSDOM(html).window;
  const blocks = [...readBlocks(document.body)].map((block, id): PageBlock => {
    const start = block.text.indexOf(words);
    const trace = {
      statement: 'test/rules',
      kind: 'verbatim',
      similarity: 1,
      start,
      end: start + words.length,
      speakerDiffers: false,
      differences: [],
    } as const;
    return { id, block, text: block.text, mentions: [], traces: start < 0 ? [] : [trace] };
  });
  const items = blocks
    .filter(({ text }) => isDrawn(text))
    .flatMap(({ block, traces }) =>
      toHighlightedItems(
        block,
        [],
        traces.map((trace) => ({ ...trace, colorScheme: 'light' })),
      ),
    );
  return { blocks, items, article: readArticle(blocks) };
}

test.each([
  ['without a number', undefined, 'FIRST'],
  ['as number 0', 0, 'FIRST'],
  ['as number 1', 1, 'SECOND'],
  ['as a number that the page has not', 7, 'ASIDE'],
])(
  'a statement asked for %s is found where the article prints it, whatever is beside it',
  (_, index, place) => {
    const { items, blocks, article } = readPage(() => true);
    const item = findHighlightedQuoteMatch(items, blocks, article, 'test/rules', index);
    expect(item?.block.text).toMatch(new RegExp(`^${place} `));
  },
);

test.each([0, 1, 2])(
  'place %i of a statement that the article does not print is found where the panel lists it',
  (index) => {
    const { items, blocks, article } = readPage(() => true);
    const unprinted = article.map((block) => ({ ...block, traces: [] }));
    const item = findHighlightedQuoteMatch(items, blocks, unprinted, 'test/rules', index);
    expect(item?.block.text).toBe(listBeside(blocks, [], unprinted)[index]?.text);
  },
);

test('a place that cannot be seen gives way to the first that can', () => {
  const { items, blocks, article } = readPage(
    (text) => !text.startsWith('SECOND') && !text.startsWith('ASIDE'),
  );
  expect(findHighlightedQuoteMatch(items, blocks, article, 'test/rules', 1)?.block.text).toMatch(/^FIRST /);
  expect(findHighlightedQuoteMatch(items, blocks, article, 'test/other')).toBeUndefined();
});

/** A page that names an entity by `name` at each of its places. */
function readNames(source: string, name: string) {
  const { document } = new JSDOM(source).window;
  const found = [...readBlocks(document.body)].map((block, id): PageBlock => {
    const start = block.text.indexOf(name);
    const entity = { entity: 'test/rules', name, topic: 'test/topic', show: 'always', weight: 1 } as const;
    const mention = { ...entity, start, end: start + name.length };
    return { id, block, text: block.text, mentions: start < 0 ? [] : [mention], traces: [] };
  });
  return { found, article: readArticle(found) };
}

const listAll = (found: readonly PageBlock[]) =>
  found.flatMap(({ block, mentions }) => mentions.map((mention) => toUndrawnItem(block, mention)));

test.each([
  ['that the article names, too, is counted there only', 'wait for rules', true, 0],
  ['that only boilerplate names is found beside the article', 'ASIDE', true, 1],
  ['that only boilerplate names is not found unless it is listed', 'ASIDE', false, 0],
])('an entity %s', (_, name, isListed, count) => {
  const { found, article } = readNames(html, name);
  const beside = listBeside(found, isListed ? listAll(found) : [], article);
  expect(beside.flatMap(({ mentions }) => mentions)).toHaveLength(count);
});

test('an entity is revealed where it is drawn, or else where it is listed: by number, or the last', () => {
  const { found } = readNames(html, 'wait for rules');
  const listed = listAll(found);
  const find = (drawn: typeof listed, index: number) => findListed(drawn, listed, 'test/rules', index);
  expect([find(listed.slice(1, 2), 0), find([], 0), find([], 2), find([], 7)]).toEqual([
    listed[1],
    listed[0],
    listed[2],
    listed[2],
  ]);
  expect(findListed([], listed, 'test/other', 0)).toBeUndefined();
});

test('on a page without an article everything is listed, drawn or not', () => {
  const { found } = readNames(html, 'wait for rules');
  expect(listBeside(found, [], []).flatMap(({ mentions }) => mentions)).toHaveLength(3);
});

test('a statement is found beside the article only if the article does not print it', () => {
  const { blocks, article } = readPage(() => true);
  const print = (beside: readonly { text: string }[]) => beside.map(({ text }) => text.split(' ', 1)[0]);
  expect(print(listBeside(blocks, [], article))).toEqual([]);
  expect(print(listBeside(blocks, [], []))).toEqual(['ASIDE', 'FIRST', 'SECOND']);
});
