import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { compiledVersion, compilePack } from '../../src/matching/compile-pack.ts';

/**
 * Blocks in which Unicode assigned every character years ago: tables of newer browsers or Node do not differ in them.
 */
const blocks = [
  [0x21, 0x24f],
  [0x300, 0x36f],
  [0x391, 0x3c9],
  [0x400, 0x4ff],
  [0x5d0, 0x5ea],
  [0xe01, 0xe3a],
  [0x1e00, 0x1eff],
  [0x2000, 0x2064],
  [0x2150, 0x217f],
  [0x3041, 0x3093],
  [0x4e00, 0x4e1f],
  [0xac00, 0xac1f],
  [0xfb00, 0xfb06],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff01, 0xff5e],
] as const;

const spellings = blocks.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => `x${String.fromCharCode(first + i)}y`),
);
const words =
  'refuse refused denies failing cannot won’t don’t we’ve Amazon’s doubled halves thousands eleven 1,200 U.S. robbed wedded flagged trimmed planned stopped barred fitted ' +
  'studies studied police policing agencies women took written might ought colour colours passes identities misidentified';

/** A sample with each character of the blocks inside a word, in names and in statements. */
const pack = {
  id: 'p',
  topics: [{ id: 't', title: 'T', onByDefault: true, color: '#000000' }],
  entities: [
    {
      id: 'e',
      topic: 't',
      title: 'E',
      names: [...spellings, ...words.split(' ')].map((text) => ({ text })),
      show: 'always',
      type: 'place',
      facts: [],
    },
  ],
  sources: [],
  claims: [],
  // Words common to three of five statements are their subject, whose stems go into the index.
  statements: Array.from({ length: 5 }, (_, i) => ({
    id: `s${i}`,
    about: [],
    sentences: [`${words} ${spellings.join(' ')}.`],
    wordings: [],
  })),
} as unknown as Pack;

/**
 * The output of each version for the sample. A change of it must increase `foldingVersion`, or the layout's version,
 * and the key here.
 */
const sample: Readonly<Record<string, { names: string; statements: string }>> = {
  '5.32525453.6': {
    names: 'a2ddbd64074e020d',
    statements: 'afe8797887531c39',
  },
};

test('indexes with another content have another version, so that stored packs are compiled again', () => {
  const { names, statements } = compilePack(pack);
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  expect({ [compiledVersion]: { names: hashOf(names), statements: hashOf(statements) } }).toEqual(sample);
});
