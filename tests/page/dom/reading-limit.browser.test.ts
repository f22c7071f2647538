/** In a browser, because jsdom takes minutes for so many nodes; detached, so that nothing is laid out. */
import { expect, test } from 'vitest';
import { createPageText } from '../../../src/page/reading/page-text.ts';
import { readBlocks, readBlocksInSteps } from '../../../src/page/reading/read-blocks.ts';

/** A name, this many elements, and another name. */
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
      const isRead = [...readBlocks(page)].some(({ text }) => text.includes('Gender Shades'));
      expect(isRead).toBe(expected.length === 2);
    }
  },
);

test('as many blocks as a page can have are kept together', () => {
  const fresh = Array.from({ length: 200_000 }, () => {
    const node = new Text('x');
    return { block: { text: 'x', nodes: [node], starts: [0] }, text: 'x', id: 0, mentions: [], traces: [] };
  });
  const text = createPageText();
  text.insert(fresh);
  expect(text.blocks).toHaveLength(200_000);
});
