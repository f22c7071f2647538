import { JSDOM } from 'jsdom';
import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNamesInBlocks } from '../../../src/matching/names/find-names-in-blocks.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import { nameCases } from '../../../tests/matching/names/name-cases.ts';
import { pageCases, pageNames } from '../../../tests/page/page-cases.ts';
import type { PeerSearch } from './peer-search.ts';
import { searchWithAdvancedMark } from './search-with-advanced-mark.ts';
import { searchWithAhoCorasick } from './search-with-ahocorasick.ts';
import { searchWithMark } from './search-with-mark.ts';
import { searchWithRegExp } from './search-with-regexp.ts';

type Search = (root: Element, names: readonly (string | Name)[]) => string[];

/** Libraries support no rules for a name, only its text. */
function asPeer(search: PeerSearch): Search {
  return (root, names) =>
    search(
      root,
      names.map((name) => (typeof name === 'string' ? name : name.text)),
    );
}

const engines: Readonly<Record<string, Search>> = {
  scan(root, names) {
    const full = names.map((name) => (typeof name === 'string' ? { text: name } : name));
    const entity = { ref: 'test/entity', topic: 'test/topic', show: 'always' as const, names: full };
    const index = openNameIndex(compileNames([entity]));
    const texts = [...readBlocks(root)].map(({ text }) => text);
    return findNamesInBlocks(texts, index).flatMap(({ lines }) =>
      lines.flatMap(({ text, matches }) => matches.map(({ start, end }) => text.slice(start, end))),
    );
  },
  RegExp: asPeer(searchWithRegExp),
  ahocorasick: asPeer(searchWithAhoCorasick),
  'mark.js': asPeer((root, names) => searchWithMark(root, names)),
  'mark.js across elements': asPeer((root, names) => searchWithMark(root, names, true)),
  'advanced-mark.js': asPeer(searchWithAdvancedMark),
};

export interface WrongCases {
  /** Of the spellings in `tests/matching/names/name-cases.ts`. */
  readonly wrongNames: number;
  /** Of the markup in `tests/page/page-cases.ts`. */
  readonly wrongPages: number;
}

/** How many cases of the tests' tables each engine gets wrong, in jsdom, with the functions that the bench measures. */
export function countWrongCases(): ReadonlyMap<string, WrongCases> {
  const { window } = new JSDOM('', { url: 'http://localhost' });
  // The libraries expect a page's globals.
  const missing = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  Object.assign(globalThis, Object.fromEntries(missing.map((name) => [name, window[name]])), { window });
  const { body } = window.document;
  // Engines may search name by name or from left to right: the order does not matter.
  const isAlike = (found: readonly string[], expected: readonly string[]) =>
    JSON.stringify(found.toSorted()) === JSON.stringify(expected.toSorted());
  // A match across several elements is reported piece by piece, so letters are compared.
  const letters = (texts: readonly string[]) => [...texts.join('').replace(/\s/g, '')];
  return new Map(
    Object.entries(engines).map(([what, search]) => {
      const wrongNames = nameCases.filter(({ names, text, found }) => {
        const paragraph = window.document.createElement('p');
        paragraph.textContent = text;
        body.replaceChildren(paragraph);
        return !isAlike(search(body, names), found);
      });
      const wrongPages = pageCases.filter(([, html, ...found]) => {
        body.innerHTML = html;
        return !isAlike(letters(search(body, pageNames)), letters(found));
      });
      return [what, { wrongNames: wrongNames.length, wrongPages: wrongPages.length }];
    }),
  );
}
