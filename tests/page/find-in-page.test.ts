import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/matching/compile-names.ts';
import { findNames } from '../../src/matching/find-names.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { rangeOf } from '../../src/page/block-range.ts';
import { findInPage } from '../../src/page/find-in-page.ts';
import { readBlocks } from '../../src/page/read-blocks.ts';

const names = ['Amazon Rekognition', 'Amazon', 'NIST'].map((text) => ({ text }));
const index = openNameIndex(compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names }]));

function bodyOf(html: string): HTMLElement {
  return new JSDOM(`<!doctype html><body>${html}`).window.document.body;
}

const cases: readonly [title: string, html: string, ...found: string[]][] = [
  ['across inline elements', '<p>Ama<b>zon</b> <i>Rekog<span>nition</span></i></p>', 'Amazon Rekognition'],
  ['across wbr', '<p>Amazon Rekog<wbr>nition</p>', 'Amazon Rekognition'],
  ['across a comment', '<p>Ama<!-- x -->zon</p>', 'Amazon'],
  ['across a hidden element', '<p>Amazon <span hidden>x</span>Rekognition</p>', 'Amazon Rekognition'],
  ['in every item of a list without spaces', '<ul><li>Amazon</li><li>NIST</li></ul>', 'Amazon', 'NIST'],
  ['not across list items', '<ul><li>Amazon </li><li>Rekognition</li></ul>', 'Amazon'],
  ['not across table cells', '<table><tr><td>Amazon <td>Rekognition</table>', 'Amazon'],
  ['not across br', '<p>Amazon<br>Rekognition</p>', 'Amazon'],
  ['not across a picture', '<p>Amazon <img> Rekognition</p>', 'Amazon'],
  ['not run together by inline elements', '<p><span>Media</span><span>Amazon</span></p>'],
  ['beside a block within a line', '<div>at Amazon<p>NIST</p>and NIST</div>', 'Amazon', 'NIST', 'NIST'],
  ['in a block within a link', '<a href="#"><h2>Amazon</h2><p>NIST</p></a>', 'Amazon', 'NIST'],
  [
    'not in scripts and styles',
    '<script>"Amazon"</script><style>/*Amazon*/</style><noscript>Amazon</noscript>',
  ],
  [
    'not in inputs',
    '<textarea>Amazon</textarea><select><option>Amazon</select><button hidden>Amazon</button>',
  ],
  [
    'not in editors',
    '<div contenteditable>Amazon</div><div class="x CodeMirror"><p>Amazon</p></div><p role="textbox">NIST',
  ],
  ['but in what is not editable', '<div contenteditable="false">Amazon</div>', 'Amazon'],
  ['not in code', '<pre>Amazon</pre><p><code>Amazon</code> <kbd>NIST</kbd></p>'],
  ['not in drawings and formulas', '<svg><text>Amazon</text></svg><math><mtext>NIST</mtext></math>'],
  ['not in what attributes hide', '<div hidden><p>Amazon</p></div><p aria-hidden="true">NIST</p>'],
  [
    'not in what inline styles hide',
    '<p style="color:red; display : none">Amazon</p><p style="visibility:hidden">NIST',
  ],
  ['but where a style only sounds like it', '<p style="border:none;overflow:hidden">Amazon</p>', 'Amazon'],
  ['not in our own elements', '<div id="sidelight-card"><p>Amazon</p></div>'],
];

describe.each([
  ['findInPage', (root: Node) => [...findInPage(root, index)].filter((step) => step !== undefined)],
  [
    'readBlocks and findNames',
    (root: Node) => [...readBlocks(root)].map((block) => ({ block, matches: findNames(block.text, index) })),
  ],
])('%s finds', (_way, search) => {
  test.each(cases)('%s', (_title, html, ...found) => {
    const ranges = search(bodyOf(html)).flatMap(({ block, matches }) =>
      matches.map(({ start, end }) => rangeOf(block, start, end)),
    );
    // A range's own text includes what it passes over unseen.
    expect(ranges.map((range) => range.toString().replace('x', ''))).toEqual(found);
  });
});

test('findInPage pauses, and finds words that run over the seam between two slices', () => {
  const filler = 'word '.repeat(3_400);
  const body = bodyOf(`<p>${filler}Ama<b>zon</b> ${filler}</p><p>${filler}</p><p>NIST</p>`);
  const steps = [...findInPage(body, index)];
  expect(steps.filter((step) => step === undefined).length).toBeGreaterThanOrEqual(2);
  const found = steps.flatMap(
    (step) => step?.matches.map(({ start, end }) => step.block.text.slice(start, end)) ?? [],
  );
  expect(found).toEqual(['Amazon', 'NIST']);
});

test('findInPage leaves out what is not seen, and asks only where a name was found', () => {
  const asked: string[] = [];
  const isVisible = (element: Element) => asked.push(element.id) > 0 && element.id !== 'unseen';
  const body = bodyOf('<p id="unseen">Amazon</p><p id="seen">NIST</p><p id="other">nothing</p>');
  const found = [...findInPage(body, index, { isVisible })].flatMap((step) => step?.block.text ?? []);
  expect(found).toEqual(['NIST']);
  expect(asked).toEqual(['unseen', 'seen']);
});
