import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { compileNames } from '../../src/matching/compile-names.ts';
import { findNames } from '../../src/matching/find-names.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { findInPage } from '../../src/page/find-in-page.ts';
import { readBlocks } from '../../src/page/read-blocks.ts';
import type { TextBlock } from '../../src/page/text-block.ts';

// Of its own, as vitest's would run the scripts.
const { document } = new JSDOM().window;
const pageCount = 4_000;
const seed = Number(process.env.ORACLE_SEED ?? 20_200_610);

const names = [
  'Amazon Rekognition',
  'Amazon',
  'NIST',
  'Gender Shades',
  'face match',
  'Ángel Díaz',
  'Амазон',
  'A b',
];
const index = openNameIndex(
  compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names: names.map((text) => ({ text })) }]),
);

/** Pieces of names, so that elements split words and phrases at random, and what stands between them in real pages. */
const pieces = fc.constantFrom(
  ...[
    'Ama',
    'zon',
    'Rekog',
    'nition',
    'NI',
    'ST',
    'Gender',
    'Shades',
    'Shade',
    'face',
    'match',
    'es',
    's',
    'Foo',
  ],
  ...['Ángel', 'Díaz', 'Di', 'az', 'Ама', 'зон', 'A', 'b', 'a', 'the ', ' said ', 'ſ', '가', '亚', '😀'],
);
const between = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ' ',
    '\n  ',
    '\u00a0',
    '\u00ad',
    '\u0301',
    '\u200b',
    '.',
    ', ',
    '-',
    '’s ',
    '"',
    '…',
    '',
    '\u007f',
  ],
  ...['@', '.com', '/'],
);
const wholeNames = fc.constantFrom(...names, 'ＮＩＳＴ', 'Angel Diaz', 'face matches', 'NISTs', 'Amazon');
const text = fc.oneof(
  { weight: 2, arbitrary: wholeNames },
  { weight: 3, arbitrary: pieces },
  { weight: 2, arbitrary: between },
);

const inlines = ['b', 'i', 'a', 'span', 'em', 'sup', 'wbr', 'mark', 'time'];
const blocks = ['p', 'div', 'li', 'h2', 'td', 'section', 'blockquote', 'custom-block'];
const breaks = ['br', 'hr', 'pre'];
const objects = ['img', 'code', 'input', 'textarea', 'svg', 'button'];
const unseen = ['script', 'style', 'noscript'];
const attributes = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'hidden',
      'aria-hidden=true',
      'style=display:none',
      'contenteditable',
      'role=textbox',
    ),
  },
);

interface Piece {
  /** Nothing for a text. */
  readonly name: string;
  readonly attribute: string;
  readonly text: string;
  readonly children: readonly Piece[];
}

const { piece } = fc.letrec<{ piece: Piece; element: Piece; leaf: Piece }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 5, arbitrary: tie('leaf') },
    { weight: 4, arbitrary: tie('element') },
  ),
  leaf: fc.record({
    name: fc.constantFrom('', '', '', '', '', '', '#comment'),
    attribute: fc.constant(''),
    text: fc.array(text, { minLength: 1, maxLength: 4 }).map((texts) => texts.join('')),
    children: fc.constant([]),
  }),
  element: fc.record({
    name: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...inlines) },
      { weight: 4, arbitrary: fc.constantFrom(...blocks) },
      { weight: 1, arbitrary: fc.constantFrom(...breaks, ...objects, ...unseen) },
    ),
    attribute: attributes,
    text: fc.constant(''),
    children: fc.array(tie('piece'), { maxLength: 5 }),
  }),
}));

function build({ name, attribute, text: data, children }: Piece): Node {
  if (name === '') return document.createTextNode(data);
  if (name === '#comment') return document.createComment(data);
  const element = document.createElement(name);
  const [key, value = ''] = attribute.split('=');
  if (key) element.setAttribute(key, value);
  element.append(...children.map(build));
  return element;
}

type Found = readonly [text: string, start: number, end: number, first: Text | undefined];

function outline(block: TextBlock, matches: readonly { start: number; end: number }[]): Found[] {
  return matches.map(({ start, end }) => [block.text, start, end, block.nodes[0]]);
}

test('findInPage finds what reading every block finds, at the same places', { timeout: 300_000 }, () => {
  let found = 0;
  let blockCount = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (made) => {
      document.body.replaceChildren(...made.map(build));
      const all = [...readBlocks(document.body)];
      const expected = all.flatMap((block) => outline(block, findNames(block.text, index)));
      const steps = [...findInPage(document.body, index)];
      const own = steps.flatMap((step) => (step ? outline(step.block, step.matches) : []));
      blockCount += all.length;
      found += own.length;
      expect(own, document.body.innerHTML).toEqual(expected);
    }),
    { numRuns: pageCount, seed, endOnFailure: true },
  );
  console.log(`find in page: ${pageCount} pages, ${blockCount} blocks, ${found} names, seed ${seed}`);
  expect(found).toBeGreaterThan(pageCount / 2);
});
