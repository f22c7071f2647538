import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNamesInBlocks } from '../../../src/matching/names/find-names-in-blocks.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { rangeOf } from '../../../src/page/reading/block-range.ts';
import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import type { TextBlock } from '../../../src/page/reading/text-block.ts';
import { pageCases, pageNames } from '../page-cases.ts';

const names = pageNames.map((text) => ({ text }));
const index = openNameIndex(compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names }]));

describe('in the blocks of a page names are found', () => {
  test.each(pageCases)('%s', (_title, html, ...found) => {
    const { body } = new JSDOM(`<!doctype html><body>${html}`).window.document;
    const blocks = [...readBlocks(body)];
    const texts = blocks.map(({ text }) => text);
    const ranges = findNamesInBlocks(texts, index).flatMap(({ lines }, number) =>
      lines.flatMap(({ start: line, matches }) =>
        matches.map(({ start, end }) => rangeOf(blocks[number] as TextBlock, line + start, line + end)),
      ),
    );
    // A range's own text includes hidden text inside it.
    expect(ranges.map((range) => range.toString().replace('x', ''))).toEqual(found);
  });
});
