/** In a browser, because jsdom takes minutes for so many nodes; detached, so that none of it is laid out. */
import { expect, test } from 'vitest';
import { compileNames } from '../../src/matching/compile-names.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { findInPage, readPageTexts } from '../../src/page/find-in-page.ts';
import { createPageText } from '../../src/page/page-text.ts';
import { readBlocks, readBlocksInSteps } from '../../src/page/read-blocks.ts';

const names = [{ text: 'Gender Shades' }, { text: 'Amazon Rekognition' }];
const index = openNameIndex(compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names }]));

/** A name, so many elements, and another name. */
function makePage(tag: string, count: number, text: string): Element {
  const page = document.createElement('div');
  page.innerHTML = '<p>Gender Shades</p>';
  const one = document.createElement(tag);
  one.textContent = text;
  for (let number = 0; number < count; number += 1) page.append(one.cloneNode(true));
  page.insertAdjacentHTML('beforeend', '<p>Amazon Rekognition</p>');
  return page;
}

test.each([
  [10, true],
  [220_000, false],
])('behind %d paragraphs a name is found: %s', (count, isFound) => {
  const page = makePage('p', count, 'x');
  const found = [...findInPage(page, index)].flatMap((step) => (step ? [step.block.text] : []));
  expect(found).toEqual(isFound ? ['Gender Shades', 'Amazon Rekognition'] : ['Gender Shades']);
  const texts = [...readBlocks(page)].map(({ text }) => text);
  expect(texts[0]).toBe('Gender Shades');
  expect(texts.includes('Amazon Rekognition')).toBe(isFound);
});

test.each([
  ['elements without a text', 'i', ''],
  ['elements of one line', 'b', 'x '],
])('a hundred thousand %s are gone through with pauses, not at one go', (_case, tag, text) => {
  const page = makePage(tag, 100_000, text);
  expect([...readBlocksInSteps(page)].length).toBeGreaterThan(90);
  let steps = 0;
  for (const _ of findInPage(page, index)) steps += 1;
  expect(steps).toBeGreaterThan(tag === 'b' ? 20 : 0);
});

test.each([
  ['one text', (filler: string) => `${filler}${filler} Gender Shades`],
  ['many texts of one line', (filler: string) => `${`<b>${filler}</b>`.repeat(2)} Gender Shades`],
  [
    'texts around a block',
    (filler: string) => `${filler}<i>${filler}</i> Gender Shades<div>aside</div>${filler}`,
  ],
])(
  'of a paragraph of %s, a block too long for one is left unread, and what stands after it is read',
  (_case, fill) => {
    const page = document.createElement('div');
    for (const [words, expected] of [
      [10, ['Gender Shades', 'Amazon Rekognition']],
      [150_000, ['Amazon Rekognition']],
    ] as const) {
      page.innerHTML = `<div>${fill('word '.repeat(words))}</div><p>Amazon Rekognition</p>`;
      const found = [...findInPage(page, index)].flatMap((step) =>
        (step?.matches ?? []).map(({ start, end }) => step?.block.text.slice(start, end)),
      );
      expect(found).toEqual(expected);
      const isRead = [...readBlocks(page)].some(({ text }) => text.includes('Gender Shades'));
      expect(isRead).toBe(expected.length === 2);
    }
  },
);

test('a text too long for a block is not searched at one go before it is left unread', () => {
  const page = document.createElement('div');
  page.innerHTML = `<p>${'word '.repeat(250_000)}</p><p>Amazon Rekognition</p>`;
  const reading = readPageTexts(page, index.filter);
  let step = reading.next();
  while (!step.done) step = reading.next();
  expect(step.value.slices.flatMap(({ nodes }) => nodes.map(({ data }) => data))).toEqual([
    'Amazon Rekognition',
  ]);
});

test('as many blocks as a page can have are kept together', () => {
  const fresh = Array.from({ length: 200_000 }, () => {
    const node = new Text('x');
    return { block: { text: 'x', nodes: [node], starts: [0] }, text: 'x', matches: [], traces: [] };
  });
  const text = createPageText();
  text.insert(fresh);
  expect(text.blocks).toHaveLength(200_000);
});
