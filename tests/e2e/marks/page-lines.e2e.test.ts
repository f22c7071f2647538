/**
 * What is one text and what is not, by the layout of pages: in both browsers, whose layout engines decide it. Random
 * pages are compared with the browser's own reading of their layout, `innerText`.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { findNames } from '../../../src/matching/names/find-names.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { makeIndex } from '../../matching/names/small-index.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';

/** Names of the built-in pack without rules. */
const names = ['Gender Shades', 'Pilot Parliaments Benchmark', 'Amazon Rekognition', 'Rekognition', 'FRVT'];
const index = makeIndex(names.map((name, number) => ({ id: `e${number}`, names: [name] })));
const control = '<p>The Pilot Parliaments Benchmark is a set of photographs.</p>';

const quotation = [
  '“Amazon’s decision is an important symbolic step,',
  'but this doesn’t really change the face recognition landscape in the United States since it’s not a major player,” Clare Garvie said.',
] as const;
const styles = `<style>
  .none { display: none } .block { display: block } .inline { display: inline } .inline-block { display: inline-block }
  .contents { display: contents } .flex { display: flex } .grid { display: grid } .table { display: table }
  .cell { display: table-cell } .unseen { visibility: hidden } .float { float: right } .inline-flex { display: inline-flex }
  .out { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  .quoted::before { content: "“" } .quoted::after { content: "”" } q.bare::before, q.bare::after { content: none }
</style>`;

/** The marks in the numbered sections of a page, with their styles. */
function readSections(): { section: string; text: string; style: string }[] {
  const found: { section: string; text: string; style: string; range: Range }[] = [];
  for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const section = startContainer.parentElement?.closest('section')?.id;
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const text = String(range).replace(/\s+/g, ' ');
      if (section) found.push({ section, text, style: name.slice(16), range });
    }
  }
  found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  return found.map(({ section, text, style }) => ({ section, text, style }));
}

/** The lines of each section in the browser's layout. */
function readLines(): Record<string, string[]> {
  const sections = [...document.querySelectorAll('section')];
  // biome-ignore lint/performance/useDomNodeTextContent: the test needs the browser's own reading of the layout.
  return Object.fromEntries(sections.map((section) => [section.id, section.innerText.split(/[\n\t]+/)]));
}

function sectionsOf(parts: readonly string[]): string {
  const sections = parts.map((html, number) => `<section id="s${number}">${html}</section>`);
  return `${styles}<main><article>${control}${sections.join('\n')}</article></main>`;
}

describe.each(browserNames)('the lines of a page in %s', (browser) => {
  const tested = useExtension(browser);
  beforeAll(async () => {
    await changeSetting(tested, 'density', 'every');
    await changeSetting(tested, 'extent', 'whole-page');
  });

  /** The marks in each section, once the whole page has been read. */
  async function openSections(parts: readonly string[]): Promise<[DrivenPage, string[][], string[][]]> {
    const end = '<section id="end">Amazon Rekognition ends it.</section>';
    const page = await tested.openHtml(sectionsOf(parts).replace('</article>', `${end}</article>`));
    await page.waitForMark('Pilot Parliaments Benchmark');
    await page.waitForMarks((marks) => marks.at(-1)?.text === 'Amazon Rekognition');
    const marks = await page.call(readSections);
    const ofSection = (read: 'text' | 'style') =>
      parts.map((_, number) => marks.filter(({ section }) => section === `s${number}`).map((m) => m[read]));
    return [page, ofSection('text'), ofSection('style')];
  }

  const named: readonly (readonly [title: string, html: string, ...found: string[]])[] = [
    ['a custom element', 'Gender <x-a>Shades</x-a> is', 'Gender Shades'],
    ['custom elements that touch', '<p><x-a>Gen</x-a><x-b>der Shades</x-b></p>', 'Gender Shades'],
    [
      'custom blocks that touch',
      '<x-a class="block">Media</x-a><x-b class="block">Rekognition</x-b>',
      'Rekognition',
    ],
    [
      'an output and an unknown element',
      'Gender <output>Shades</output>, F<foo>R</foo>VT',
      'Gender Shades',
      'FRVT',
    ],
    ['a division within a line', '<div>Gender <div class="inline">Shades</div> is</div>', 'Gender Shades'],
    [
      'list items within a line',
      '<ul><li class="inline">Gender</li> <li class="inline">Shades</li></ul>',
      'Gender Shades',
    ],
    ['a box within a line', '<p>Gender <span class="inline-block">Shades</span></p>', 'Gender Shades'],
    ['an element without a box', '<p>Gender <x-a class="contents">Shades</x-a></p>', 'Gender Shades'],
    [
      'spans as blocks',
      '<h2><span class="block">Amazon</span><span class="block">Rekognition</span></h2>',
      'Amazon',
      'Rekognition',
    ],
    [
      'flex items',
      '<p class="flex"><b>Amazon</b><b>Rekognition</b>FRVT</p>',
      'Amazon',
      'Rekognition',
      'FRVT',
    ],
    ['grid items', '<p class="grid"><i>Gender</i> <i>Shades</i></p>'],
    ['table cells', '<p class="table"><i class="cell">Gender</i> <i class="cell">Shades</i></p>'],
    [
      'flex items within a line',
      '<p>It <span class="inline-flex"><i>FRVT</i><i>Rekognition</i></span></p>',
      'FRVT',
      'Rekognition',
    ],
    ['a line break', '<p>Gender<br>Shades</p>'],
    ['a line break that is not displayed', '<p>Gender <br class="none">Shades</p>', 'Gender Shades'],
    ['what is out of the line', '<p>FRVT<span class="out">opens</span> is</p>', 'FRVT'],
    [
      'a note number',
      '<p>Rekognition<sup>12</sup> Gender<sup>1</sup> Shades FRVT<sub>3</sub></p>',
      'Rekognition',
      'Gender Shades',
      'FRVT',
    ],
    [
      'a note that is a link',
      '<p>Rekognition<a href="#n">3</a> FRVT<a href="#n">[b]</a></p>',
      'Rekognition',
      'FRVT',
    ],
    [
      'a large first letter',
      '<p><b style="float: left">R</b>ekognition <b class="float">F</b> RVT</p>',
      'Rekognition',
    ],
    ['a page number', '<p>Rekognition<span class="page-number">112</span></p>', 'Rekognition'],
    [
      'trade marks',
      '<p>Rekognition<sup>TM</sup> FRVT<sup>®</sup> Gender<sup>SM</sup> Shades</p>',
      'Rekognition',
      'FRVT',
      'Gender Shades',
    ],
  ];

  test('join names that are one by layout, and split names that are not', async () => {
    const [page, found] = await openSections(named.map(([, html]) => html));
    expect(Object.fromEntries(named.map(([title], i) => [title, found[i]]))).toEqual(
      Object.fromEntries(
        named.map(([title, , ...texts]) => [
          title,
          texts.map((text) => expect.stringMatching(new RegExp(`^${text.replace(' ', '(?:SM|1)? ')}$`))),
        ]),
      ),
    );
    expect(page.errors).toEqual([]);
  });

  const [before, after] = quotation;
  const within: readonly (readonly [title: string, html: string])[] = [
    ['nothing', ' '],
    ['a note in brackets', '[4] '],
    ['a note that is a link', '<a href="#fn4">[4]</a> '],
    ['a letter of a note', '<sup><a href="#fnb">b</a></sup> '],
    ['a page number', ' <span class="pagebreak" role="doc-pagebreak">[p. 12]</span> '],
    ['a line number', ' <span class="lineno">15</span> '],
    ['a label that is hidden', '<span class="none"> 12 comments</span> '],
    ['a label that is not visible', '<span class="unseen"> 12 comments</span> '],
    ['a label for screen readers', '<span class="out"> opens in a new window</span> '],
    ['a button', ' <button>Share this</button> '],
    ['a button with boxes', ' <button class="inline-flex"><span>Share</span><span>Tweet</span></button> '],
    ['a link with boxes', ' <a href="/" class="inline-flex"><i>Share</i></a> '],
    ['a line break', '<br>'],
    ['a translated fragment', ' <font><font>but</font></font><!-- --> '.replace('but', '')],
    ['a custom element', '<my-mark> </my-mark>'],
    ['a floating box', ' <span class="float">Read more about software here</span> '],
    ['a picture', ' <img alt="Police"> '],
    ['words without size', ' <span style="font-size: 0">Read more</span> '],
    ['words without ink', ' <span style="opacity: 0">Read more</span> '],
    ['transparent words', ' <span style="color: transparent">Read more</span> '],
  ];

  test('a quotation is word for word with any of them inside', async () => {
    const [page, , found] = await openSections(within.map(([, html]) => `<p>${before}${html}${after}</p>`));
    const isOnePiece = found.map((ofSection) => ofSection.filter((style) => style === 'l' || style === 'm'));
    expect(Object.fromEntries(within.map(([title], i) => [title, isOnePiece[i]]))).toEqual(
      Object.fromEntries(within.map(([title]) => [title, ['l']])),
    );
    expect(page.errors).toEqual([]);
  });

  const words = 'nothing more than a public relations stunt';
  const marks: readonly (readonly [title: string, html: string, isFound: boolean])[] = [
    ['the element', `<q>${words}</q>`, true],
    ['a style sheet', `<span class="quoted">${words}</span>`, true],
    ['a style sheet on a block', `<blockquote class="quoted">${words}</blockquote>`, true],
    ['nothing', words, false],
    ['an element without its marks', `<q class="bare">${words}</q>`, false],
  ];

  test('have the quotation marks of', async () => {
    const html = marks.map(([, quoted]) => `<div>They called it ${quoted} in a statement.</div>`);
    const [page, , found] = await openSections(html);
    expect(Object.fromEntries(marks.map(([title], i) => [title, found[i]?.includes('l')]))).toEqual(
      Object.fromEntries(marks.map(([title, , isFound]) => [title, isFound])),
    );
    expect(page.errors).toEqual([]);
  });

  const sectionsEach = 60;
  test('are those of all layout, on random pages', async () => {
    const { numRuns, seed } = fuzzRuns(`lines in ${browser}`, 4);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(section, { minLength: sectionsEach, maxLength: sectionsEach }),
        async (parts) => {
          const [page, found] = await openSections(parts);
          const lines = await page.call(readLines);
          const wrong = parts.flatMap((html, number) => {
            const expected = (lines[`s${number}`] ?? []).flatMap((line) =>
              findNames(line, index).map(({ start, end }) => line.slice(start, end).replace(/\s+/g, ' ')),
            );
            count += expected.length;
            const read = (found[number] ?? []).filter((text) => names.includes(text));
            return expected.join() === read.join() ? [] : [{ html, expected, read }];
          });
          expect(wrong).toEqual([]);
          await page.close();
        },
      ),
      { numRuns: Math.min(numRuns, 40), seed, endOnFailure: true },
    );
    expect(count).toBeGreaterThan(sectionsEach);
  });
});

const token = fc.constantFrom(
  ...[
    'Gender',
    'Gender ',
    'Shades',
    ' Shades',
    'Pilot ',
    'Parliaments',
    ' Benchmark',
    'Amazon ',
    'Amazon',
    'Rekog',
    'nition',
  ],
  ...['Rekognition', 'FRVT', 'FRVT', ' and ', ', ', ' ', '\n', 'Media'],
);
/** Without `p`, which `innerText` separates in any display mode. */
const elements = fc.constantFrom(
  'span',
  'b',
  'a',
  'x-a',
  'my-box',
  'foo',
  'output',
  'div',
  'dd',
  'li',
  'h3',
  'em',
);
/**
 * Without table cells outside a table: only layout knows their anonymous boxes, and `innerText` ignores them; nor
 * inline-level boxes, at whose edges spaces are not rendered.
 */
const displays = fc.constantFrom('', '', '', 'block', 'inline', 'flex', 'grid', 'table');
const hidden = fc.constantFrom(
  ' or <br class="none"> or ',
  ' or <span class="none">FRVT </span> or ',
  '<br class="none">',
  '<br>',
);
const { piece } = fc.letrec<{ piece: string; element: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 6, arbitrary: token },
    { weight: 1, arbitrary: hidden },
    { weight: 4, arbitrary: tie('element') },
  ),
  element: fc
    .tuple(elements, displays, fc.array(tie('piece'), { minLength: 1, maxLength: 4 }))
    .map(([name, display, children]) => `<${name} class="${display}">${children.join('')}</${name}>`),
}));
const section = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => `<div>${pieces.join('')}</div>`);
