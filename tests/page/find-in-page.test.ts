import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/matching/compile-names.ts';
import { findNames } from '../../src/matching/find-names.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { rangeOf } from '../../src/page/block-range.ts';
import { findInPage } from '../../src/page/find-in-page.ts';
import { readBlocks } from '../../src/page/read-blocks.ts';
import { pageCases, pageNames } from './page-cases.ts';

const names = pageNames.map((text) => ({ text }));
const index = openNameIndex(compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names }]));

function bodyOf(html: string): HTMLElement {
  return new JSDOM(`<!doctype html><body>${html}`).window.document.body;
}

describe.each([
  ['findInPage', (root: Node) => [...findInPage(root, index)].filter((step) => step !== undefined)],
  [
    'readBlocks and findNames',
    (root: Node) => [...readBlocks(root)].map((block) => ({ block, matches: findNames(block.text, index) })),
  ],
])('%s finds', (_way, search) => {
  test.each(pageCases)('%s', (_title, html, ...found) => {
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

test.each([
  ['within one word', 'Ama<b>zon</b>'],
  ['between two words', 'Amazon <b>Rekognition</b>'],
  ['between a word and the end of its block', 'Amazon</p><p>NIST'],
])('findInPage finds a name where the seam between two slices lies %s', (_where, html) => {
  const sliceful = 'word '.repeat(8_000);
  const found = (text: string) =>
    [...findInPage(bodyOf(text), index)].flatMap(
      (step) => step?.matches.map(({ start, end }) => step.block.text.slice(start, end)) ?? [],
    );
  const alone = found(`<p>${html}</p>`);
  expect(alone.length).toBeGreaterThan(0);
  expect(found(`<p>${sliceful}${html}</p>`)).toEqual(alone);
});

test.each([
  ['that its own text node does not begin', '<h2>News</h2><p><b>A</b>mazon said</p>', ['Amazon']],
  ['behind a sign that parts texts within', '<p>a\u007fb</p><p>NIST</p>', ['NIST']],
])('findInPage finds a name %s', (_what, html, found) => {
  const steps = [...findInPage(bodyOf(html), index)];
  expect(
    steps.flatMap((step) => step?.matches.map(({ start, end }) => step.block.text.slice(start, end)) ?? []),
  ).toEqual(found);
});

test('findInPage leaves out what is not seen, and asks only where a name was found', () => {
  const asked: string[] = [];
  const isVisible = (element: Element) => asked.push(element.id) > 0 && element.id !== 'unseen';
  const body = bodyOf('<p id="unseen">Amazon</p><p id="seen">NIST</p><p id="other">nothing</p>');
  const found = [...findInPage(body, index, { isVisible })].flatMap((step) => step?.block.text ?? []);
  expect(found).toEqual(['NIST']);
  expect(asked).toEqual(['unseen', 'seen']);
});
