import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/matching/compile-names.ts';
import { findNames } from '../../src/matching/find-names.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { rangeOf } from '../../src/page/block-range.ts';
import { readBlocks } from '../../src/page/read-blocks.ts';
import { pageCases, pageNames } from './page-cases.ts';

const names = pageNames.map((text) => ({ text }));
const index = openNameIndex(compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names }]));

describe('in the blocks of a page names are found', () => {
  test.each(pageCases)('%s', (_title, html, ...found) => {
    const { body } = new JSDOM(`<!doctype html><body>${html}`).window.document;
    const ranges = [...readBlocks(body)].flatMap((block) =>
      findNames(block.text, index).map(({ start, end }) => rangeOf(block, start, end)),
    );
    // A range's own text includes what it passes over unseen.
    expect(ranges.map((range) => range.toString().replace('x', ''))).toEqual(found);
  });
});
