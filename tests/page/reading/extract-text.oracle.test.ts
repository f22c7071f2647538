import fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { expect, test } from 'vitest';
import { makeMayContain } from '../../../src/matching/may-contain.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNames } from '../../../src/matching/names/find-names.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { extractText } from '../../../src/page/reading/extract-text.ts';
import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import type { TextBlock } from '../../../src/page/reading/text-block.ts';

// A separate one, as vitest's would run the scripts.
const { document } = new JSDOM('', { virtualConsole: new VirtualConsole() }).window;
const pageCount = 2_000;
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
/**
 * Pieces of names, so that elements split words and phrases at random, and the characters between them in real pages.
 */
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
  /** Empty for a text. */
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

/** Whether reading every block finds the name, and whether the extracted text of the whole page may contain it. */
const triggers = names.map((name) => {
  const index = openNameIndex(
    compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names: [{ text: name }] }]),
  );
  const mayContain = makeMayContain(index, []);
  return {
    name,
    isFound: (blocks: readonly TextBlock[]) => blocks.some(({ text }) => findNames(text, index).length > 0),
    mayContain,
  };
});

test('an extracted text may contain whatever reading every block finds', { timeout: 300_000 }, () => {
  let found = 0;
  let allowed = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (made) => {
      document.body.replaceChildren(...made.map(build));
      const blocksOfPage = [...readBlocks(document.body)];
      const textOfPage = extractText(document.body);
      for (const { name, isFound, mayContain } of triggers) {
        const isAllowed = mayContain(textOfPage);
        if (isAllowed) allowed += 1;
        if (!isFound(blocksOfPage)) continue;
        found += 1;
        expect(isAllowed, `${name} in ${document.body.innerHTML}`).toBe(true);
      }
    }),
    { numRuns: pageCount, seed, endOnFailure: true },
  );
  console.log(`take text: ${pageCount} pages, ${found} names found, ${allowed} allowed, seed ${seed}`);
  expect(found).toBeGreaterThan(pageCount / 2);
  // A test that always says yes would be useless.
  expect(allowed).toBeLessThan(pageCount * names.length * 0.6);
});
