// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Name } from '../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../src/matching/compile-names.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { findInPage } from '../../src/page/find-in-page.ts';
import type { PeerSearch } from '../../tools/bench/peers/peer-search.ts';
import { searchWithAdvancedMark } from '../../tools/bench/peers/search-with-advanced-mark.ts';
import { searchWithAhoCorasick } from '../../tools/bench/peers/search-with-ahocorasick.ts';
import { searchWithMark } from '../../tools/bench/peers/search-with-mark.ts';
import { searchWithRegExp } from '../../tools/bench/peers/search-with-regexp.ts';
import { nameCases } from '../matching/name-cases.ts';
import { pageCases, pageNames } from '../page/page-cases.ts';

type Search = (root: Element, names: readonly (string | Name)[]) => string[];

const textOf = (name: string | Name) => (typeof name === 'string' ? name : name.text);

/** Peers know no rules of a name, only its text. */
function asPeer(search: PeerSearch): Search {
  return (root, names) => search(root, names.map(textOf));
}

function searchWithSidelight(root: Element, names: readonly (string | Name)[]): string[] {
  const full = names.map((name) => (typeof name === 'string' ? { text: name } : name));
  const entity = { ref: 'test/entity', topic: 'test/topic', show: 'always' as const, names: full };
  const steps = [...findInPage(root, openNameIndex(compileNames([entity])))];
  return steps.flatMap(
    (step) => step?.matches.map(({ start, end }) => step.block.text.slice(start, end)) ?? [],
  );
}

/** Titles of cases that an engine gets wrong. One that it begins to get right must be struck off here. */
interface Engine {
  readonly search: Search;
  readonly wrongNames: readonly string[];
  readonly wrongPages: readonly string[];
}

const wrongInAllNames = [
  'a soft hyphen',
  'a zero-width space',
  'a zero-width no-break space',
  'curly for straight quotes',
  'straight for curly quotes',
  'any hyphen',
  'a dash for a hyphen',
  'decomposed letters, the last mark included',
  'full-width letters',
  'an acronym in its own case only',
  'exact case where the pack asks for it',
  'exact case where a name has rules',
  'a plural, which is part of it',
  'a plural in -es',
  'an acronym in the plural',
  'between Japanese letters, which know no spaces',
  'before a Korean particle',
  'a name in a script without spaces',
  'not in a web address',
  'not in a handle',
  'not in a file name',
  'beyond the basic plane',
];

const wrongInAllPages = [
  'across inline elements',
  'across wbr',
  'across a hidden element',
  'not in scripts and styles',
  'not in code',
  'not in our own elements',
];

/** Of those that look into one text node after another. */
const wrongWithinTextNodes = [
  ...wrongInAllPages,
  'across a comment',
  'not run together by inline elements',
  'not in inputs',
  'not in editors',
  'not in drawings and formulas',
  'not in what attributes hide',
  'not in what inline styles hide',
];

/** Of those that compare letters as they stand. */
const wrongToTheLetter = [
  ...wrongInAllNames,
  'a line break and indentation within a name',
  'a no-break space',
  'a narrow no-break space',
  'no diacritics on the page',
  'no diacritics in the pack',
];

/** Of mark.js and what is made of it: any white space of JavaScript's stands for a space. */
const wrongInMark = [
  ...wrongInAllNames,
  'words that only a zero-width no-break space parts',
  'the longest of several',
  'the leftmost before the longest',
];

const engines: Readonly<Record<string, Engine>> = {
  Sidelight: { search: searchWithSidelight, wrongNames: [], wrongPages: [] },
  'mark.js': {
    search: asPeer((root, names) => searchWithMark(root, names)),
    wrongNames: wrongInMark,
    wrongPages: wrongWithinTextNodes,
  },
  'mark.js across elements': {
    search: asPeer((root, names) => searchWithMark(root, names, true)),
    wrongNames: wrongInMark,
    wrongPages: [
      ...wrongInAllPages,
      'in every item of a list without spaces',
      'not across list items',
      'not across table cells',
      'not across br',
      'not across a picture',
      'beside a block within a line',
      'in a block within a link',
    ],
  },
  'advanced-mark.js': {
    search: asPeer(searchWithAdvancedMark),
    wrongNames: wrongInMark,
    wrongPages: wrongWithinTextNodes,
  },
  'one RegExp': {
    search: asPeer(searchWithRegExp),
    wrongNames: wrongToTheLetter,
    wrongPages: wrongWithinTextNodes,
  },
  ahocorasick: {
    search: asPeer(searchWithAhoCorasick),
    wrongNames: [...wrongToTheLetter, 'the longest of several'],
    wrongPages: wrongWithinTextNodes,
  },
};

function isAlike(found: readonly string[], expected: readonly string[]): boolean {
  // Name by name or from left to right: the order is the engine's own affair.
  return JSON.stringify(found.toSorted()) === JSON.stringify(expected.toSorted());
}

function searchHtml(search: Search, html: string, names: readonly (string | Name)[]): string[] {
  document.body.innerHTML = html;
  return search(document.body, names);
}

function searchText(search: Search, text: string, names: readonly (string | Name)[]): string[] {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.replaceChildren(paragraph);
  return search(document.body, names);
}

test.each(Object.entries(engines))('%s gets these names wrong, and no others', (_engine, engine) => {
  const wrong = nameCases.filter(
    ({ names, text, found }) => !isAlike(searchText(engine.search, text, names), found),
  );
  expect(wrong.map(({ title }) => title).toSorted()).toEqual(engine.wrongNames.toSorted());
});

test.each(Object.entries(engines))('%s gets these pages wrong, and no others', (_engine, engine) => {
  // What stands in several elements is told piece by piece, so letters are compared.
  const letters = (texts: readonly string[]) => [...texts.join('').replace(/\s/g, '')];
  const wrong = pageCases.filter(
    ([, html, ...found]) => !isAlike(letters(searchHtml(engine.search, html, pageNames)), letters(found)),
  );
  expect(wrong.map(([title]) => title).toSorted()).toEqual(engine.wrongPages.toSorted());
});
