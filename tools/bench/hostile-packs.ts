import type { Name, Pack, Statement } from '../../src/knowledge/pack-schema.ts';

/** A pack made to take long, and a page made for it. */
export interface HostileCase {
  readonly pack: Pack;
  readonly page: string;
}

const pageLength = 100_000;

const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const many = <Item>(length: number, make: (number: number) => Item) =>
  Array.from({ length: Math.floor(length) }, (_, number) => make(number));

/** The worst known case for each entry point: packs of about 39,000 characters, pages of 100,000. */
export function makeHostileCases(): Record<string, HostileCase> {
  const needs = { page: ['zebra'] };
  const words = (letter: string, count: number) => many(count, (n) => `${letter}${n}`).join(' ');
  const marks = fill('\u0315\u0300', 19_000);
  return {
    'names spelled alike': withNames(
      many(1_000, () => ({ text: 'Velmora' })),
      'Velmora ',
    ),
    'names of the same two words': withNames(
      many(1_000, (n) => ({ text: `North River Bridge${n}` })),
      'North River ',
    ),
    'names within names, ruled': withNames(
      many(60, (n) => ({ text: fill('Abba ', 5 * (n % 39) + 9), needs })),
      'Abba ',
    ),
    'words of rules in a long row': withNames(
      [{ text: 'Velmora', needs: { page: many(350, (n) => 'a'.repeat((n % 190) + 2)) } }],
      fill('a', pageLength - 8),
      ' Velmora',
    ),
    'marks upon marks': withStatement(
      `We said a${marks}`,
      [`We said b${marks}`],
      `Velmora a${fill(marks, pageLength)}`,
    ),
    'wordings that share nothing': withStatement(words('a', 2_500), [words('b', 2_500)], 'Velmora '),
    'wordings that share every other word': withStatement(
      words('a', 2_500),
      [many(2_500, (n) => `${n % 2 ? 'a' : 'b'}${n}`).join(' ')],
      'Velmora ',
    ),
    'many outlets': withStatement(
      words('a', 2_500),
      many(150, (n) => `we said ${n}`),
      'Velmora ',
    ),
    'no space in Chinese': withStatement(fill('我们', 19_000), [fill('们我', 19_000)], '我们'),
    'short words in a statement': withStatement(
      fill('governments believe a b c d e ', 19_000),
      [],
      '“governments believe a b c a d a b c a d ',
    ),
  };
}

function withNames(names: readonly Name[], unit: string, end = ''): HostileCase {
  return { pack: makePack({ names: [...names] }), page: fill(unit, pageLength - end.length) + end };
}

function withStatement(sentence: string, printed: readonly string[], unit: string): HostileCase {
  const wordings = printed.map((text, n): Statement['wordings'][number] => ({
    ...{ source: `outlet-${n}`, part: 1, text: text.slice(0, 20_000), start: 0, end: text.length },
    ...{ openMark: '“', closeMark: '”' },
  }));
  const text = sentence.slice(0, 20_000);
  const statement: Statement = { id: 'said', speaker: null, about: ['velmora'], sentences: [text], wordings };
  return { pack: makePack({ statements: [statement] }), page: fill(unit, pageLength) };
}

function makePack(given: { names?: Name[]; statements?: Statement[] }): Pack {
  const { names = [{ text: 'Velmora' }], statements = [] } = given;
  const date = { value: '2023', precision: 'year' } as const;
  const pack: Pack = {
    ...{ id: 'hostile', title: 'A hostile pack', version: '1.0.0', schemaVersion: 1, language: 'en' },
    ...{ licence: 'CC0-1.0', knownTo: '2024-01-31', corrections: [], claims: [], events: [] },
    topics: [{ id: 'rivers', title: 'Rivers', onByDefault: true, color: '#1a6fb0' }],
    sources: many(150, (n) => ({ id: `outlet-${n}`, outlet: `Outlet ${n}`, date, kind: 'news' })),
    entities: [
      {
        ...{ id: 'velmora', type: 'place', topic: 'rivers', title: 'Velmora', show: 'always', names },
        ...{ summary: 'A river.', summaryCites: ['outlet-0'], facts: [], related: [] },
      },
    ],
    statements,
  };
  const used = new Set(statements.flatMap(({ wordings }) => wordings.map(({ source }) => source)));
  return { ...pack, sources: pack.sources.filter(({ id }, n) => n === 0 || used.has(id)) };
}
