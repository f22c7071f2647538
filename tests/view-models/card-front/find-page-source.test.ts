import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { lookUpPack } from '../../../src/knowledge/look-up-pack.ts';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { foldContext } from '../../../src/matching/text/fold-context.ts';
import { findPageSource } from '../../../src/view-models/card-front/find-page-source.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { readLabelledArticles, readLabelledProse } from '../measure-panel-content.ts';
import { panelPack } from '../panel-pack.ts';

const passages = [
  'Acme paused its sales on Wednesday',
  'the company gave no reasons for it',
  'its system is used by three police forces',
  'a spokesman declined to say more',
  'rivals have made no such announcement',
];

function packWith(change: (pack: Pack) => Partial<Pack> = () => ({})): Pack {
  const claim = panelPack.claims[0];
  if (!claim) throw new Error('The pack has no claim.');
  const claims = passages.map((text, at) => ({
    ...claim,
    id: `claim-${at}`,
    positions: [
      {
        source: 'daily',
        stance: 'says' as const,
        evidence: [{ text, start: at * 100, end: at * 100 + text.length }],
      },
    ],
  }));
  const pack = { ...panelPack, claims, statements: [] };
  return { ...pack, ...change(pack) };
}

function find(pack: Pack, text: string, address = 'https://other.example/story', canonical?: string) {
  const page = { address, ...(canonical !== undefined && { canonical }) };
  const found = findPageSource(lookUpPack(pack), page, foldContext(text));
  return found && { id: found.source.id, isReprint: found.isReprint };
}

const whole = `Before. ${passages.join('. Then: ')}. After.`;

test.each([
  ['https://daily.example/a', undefined],
  ['http://www.DAILY.example/a/?utm_source=x&fbclid=y#top', undefined],
  ['https://www.daily.example/amp/a?from=start', 'https://daily.example/a'],
])(
  'a page at the source’s address %s (canonical %s) is that source, whatever it prints',
  (address, canonical) => {
    expect(find(packWith(), 'Only a teaser.', address, canonical)).toEqual({ id: 'daily', isReprint: false });
  },
);

test.each(['https://daily.example/', 'https://daily.example/a/b', 'file:///a', 'about:blank'])(
  'a page at %s is not',
  (address) => expect(find(packWith(), 'Only a teaser.', address)).toBeUndefined(),
);

test('a page on another site is not the source because it says so, but a reprint if it prints its words', () => {
  const elsewhere = ['https://amp.example/daily', 'https://daily.example/a'] as const;
  expect(find(packWith(), 'Words of its own.', ...elsewhere)).toBeUndefined();
  expect(find(packWith(), whole, ...elsewhere)).toEqual({ id: 'daily', isReprint: true });
});

test('articles of one path are told apart by their parameters', () => {
  const url = 'https://daily.example/story?id=1&part=2';
  const numbered = packWith(({ sources }) => ({
    sources: sources.map((source) => (source.id === 'daily' ? { ...source, url } : source)),
  }));
  const findAt = (query: string) => find(numbered, 'A teaser.', `https://daily.example/story${query}`)?.id;
  expect(findAt('?part=2&utm_medium=mail&id=1')).toBe('daily');
  expect(['', '?id=2&part=2', '?id=1'].map(findAt)).toEqual([undefined, undefined, undefined]);
});

test('a page that prints the source’s own words is that source, and a reprint where the site is another', () => {
  expect(find(packWith(), whole)).toEqual({ id: 'daily', isReprint: true });
  const unplaced = packWith(({ sources }) => ({ sources: sources.map(({ url: _, ...source }) => source) }));
  expect(find(unplaced, whole)).toEqual({ id: 'daily', isReprint: false });
  expect(find(packWith(), passages.slice(0, 4).join(' '))).toEqual({ id: 'daily', isReprint: true });
});

test('spaces, quotation marks and hyphens need not be the same', () => {
  expect(find(packWith(), whole.replaceAll(' ', '\u00a0 '))).toEqual({ id: 'daily', isReprint: true });
});

test('three passages are too few, and so is less than the most of many', () => {
  expect(find(packWith(), passages.slice(0, 3).join(' '))).toBeUndefined();
});

test('an article that quotes the same statements is not the source', () => {
  const quoted = packWith(() => ({
    statements: [
      {
        id: 'said',
        speaker: { text: 'Acme' },
        about: [],
        sentences: ['All of it.'],
        wordings: passages.map((text, at) => ({
          ...{ source: 'daily', part: at + 1, text, start: at * 100, end: at * 100 + text.length },
          ...{ openMark: '“', closeMark: '”' },
        })),
      },
    ],
  }));
  expect(find(quoted, whole)).toBeUndefined();
  const reported = packWith(({ claims }) => ({
    claims: claims.map((claim) => ({
      ...claim,
      positions: claim.positions.map((position) => ({ ...position, voice: 'Acme' })),
    })),
  }));
  expect(find(reported, whole)).toBeUndefined();
});

test('quotations of a long article are looked up, not gone through for each passage', () => {
  const count = 1_000;
  let comparisons = 0;
  const counted = (end: number) => ({
    valueOf() {
      comparisons += 1;
      return end;
    },
  });
  const spans = Array.from({ length: count }, (_, at) => ({ start: at * 10, end: at * 10 + 5 }));
  const wordings = spans.toReversed().map(({ start, end }, at) => ({
    ...{ source: 'daily', part: at + 1, text: 'words', start, openMark: '“', closeMark: '”' },
    end: counted(end) as unknown as number,
  }));
  // What lies between quotations is the article's own, what touches one is quoted.
  const own = spans
    .slice(0, 4)
    .map(({ end }, at) => ({ text: passages[at] ?? '', start: end, end: end + 5 }));
  const quoted = spans.map(({ end }, at) => ({ text: `some words, number ${at}`, start: end - 1, end }));
  const pack = packWith(({ claims: [claim, ...claims] }) => ({
    statements: [{ id: 'said', speaker: { text: 'Acme' }, about: [], sentences: ['All of it.'], wordings }],
    claims: claim
      ? [{ ...claim, positions: [{ source: 'daily', stance: 'says', evidence: [...own, ...quoted] }] }]
      : claims,
  }));
  expect(find(pack, passages.slice(0, 4).join(' '))?.id).toBe('daily');
  expect(comparisons).toBeLessThan(count * 50);
});

test('a letter is not recognised by its words, which everybody quotes, nor are words of two articles', () => {
  const letter = packWith(({ sources }) => ({
    sources: sources.map((source) => ({ ...source, kind: 'letter' as const })),
  }));
  expect(find(letter, whole)).toBeUndefined();
  const shared = packWith(({ claims }) => ({
    claims: claims.map((claim) => ({
      ...claim,
      positions: [
        ...claim.positions,
        ...claim.positions.map((position) => ({ ...position, source: 'weekly' })),
      ],
    })),
  }));
  expect(find(shared, whole)).toBeUndefined();
});

test('all editions of an article are the page, and the first stands for it', () => {
  const pack = packWith(({ sources }) => ({
    sources: sources.map((source) => (source.id === 'weekly' ? { ...source, editionOf: 'daily' } : source)),
  }));
  const found = findPageSource(lookUpPack(pack), { address: 'https://weekly.example/a' }, '');
  expect([...(found?.editions ?? [])]).toEqual(['daily', 'weekly']);
  expect(found?.source.id).toBe('daily');
});

test('an altered copy is itself, also where the pack calls it an edition of its article', () => {
  const copied = packWith(({ sources }) => ({
    sources: sources.map((source) =>
      source.id === 'weekly' ? { ...source, editionOf: 'daily', rewordedFrom: 'a story of Daily' } : source,
    ),
  }));
  const editionsAt = (address: string) => [
    ...(findPageSource(lookUpPack(copied), { address }, '')?.editions ?? []),
  ];
  expect(editionsAt('https://weekly.example/a')).toEqual(['weekly']);
  expect(editionsAt('https://daily.example/a')).toEqual(['daily']);
});

const { pack } = await loadPack(join(import.meta.dirname, '../../../assets/knowledge/facial-recognition'));
if (!pack) throw new Error('The built-in pack cannot be read.');
const articles = readLabelledArticles(pack);
const prose = readLabelledProse();
if (!articles || !prose) console.warn('Left out: the articles are not in ../shared.');

describe.skipIf(!articles || !prose)('the built-in pack’s sources', () => {
  it('are recognised by their own words, in either edition', () => {
    const found = (articles ?? []).map(({ text }) => find(pack, text, 'https://page.example/')?.id);
    expect(found).toEqual([
      'axios-amazon-2020',
      'axios-amazon-2020',
      'benzinga-amazon-2020',
      'venturebeat-amazon-2020',
      'ap-copy-amazon-2020',
    ]);
  });

  it('are not taken for other articles, on the same events or on others', () => {
    const taken = (prose ?? []).flatMap(({ text }) => find(pack, text, 'https://page.example/') ?? []);
    expect(taken).toEqual([]);
    expect(prose?.length).toBeGreaterThan(50);
  });
});
