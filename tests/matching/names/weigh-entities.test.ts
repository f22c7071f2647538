import { expect, test, vi } from 'vitest';
import type { Claim, Entity, Pack, Source, Statement } from '../../../src/knowledge/pack-schema.ts';
import { weighEntities } from '../../../src/matching/names/weigh-entities.ts';

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  ...{ id, type: 'company', topic: 'topic', title: id, show: 'with-story', names: [{ text: id }] },
  ...{ summary: id, summaryCites: [], facts: [], related: [] },
  ...more,
});
const source = (id: string, more: Partial<Source> = {}): Source => ({
  ...{ id, outlet: id, kind: 'news', date: { value: '2020', precision: 'year' } },
  ...more,
});
const statement = (about: string, ...sources: string[]): Statement => ({
  ...{ id: `of-${about}`, speaker: null, about: [about], sentences: ['We will wait.'] },
  wordings: sources.map((id) => ({
    ...{ source: id, part: 1, text: 'We will wait.', start: 0, end: 13, openMark: '"', closeMark: '"' },
  })),
});
const claim = (about: string, stances: Readonly<Record<string, 'says' | 'says-otherwise'>>): Claim => ({
  ...{ id: `on-${about}`, text: 'It waits.', about: [about], story: 'story' },
  cues: { says: [], otherwise: [], touches: [] },
  positions: Object.entries(stances).map(([id, stance]) => ({
    ...{ source: id, stance, evidence: [{ text: 'It waits.', start: 0, end: 9 }] },
  })),
});

const sources = [
  source('daily'),
  source('herald'),
  source('daily-late', { outlet: 'Daily', editionOf: 'daily' }),
  source('copy', { outlet: 'Copy (altered)', rewordedFrom: 'a story of the Daily' }),
];

function weigh(parts: Partial<Pack>): Record<string, number> {
  const pack = {
    id: 'p',
    topics: [],
    sources,
    statements: [],
    claims: [],
    events: [],
    ...parts,
  } as unknown as Pack;
  return Object.fromEntries(weighEntities(pack));
}

const two = statement('two', 'daily', 'herald');

test.each<[string, Partial<Pack>]>([
  ['one outlet', { statements: [two, statement('acme', 'daily')] }],
  ['two editions of one article', { statements: [two, statement('acme', 'daily', 'daily-late')] }],
  ['an outlet and an altered copy', { statements: [two, statement('acme', 'daily', 'copy')] }],
  [
    'a second outlet without its words',
    { statements: [two], claims: [{ ...claim('acme', { daily: 'says' }) }] },
  ],
])('an entity with the words of %s has no weight beside one with those of two', (_, parts) => {
  expect(weigh({ entities: [entity('acme'), entity('two')], ...parts })).toEqual({ acme: 0, two: 2 });
});

test.each<[string, Partial<Pack>]>([
  ['statements', { statements: [statement('acme', 'daily', 'herald')] }],
  ['claims', { claims: [claim('acme', { daily: 'says', herald: 'says' })] }],
  [
    'a statement and a claim',
    { statements: [statement('acme', 'daily')], claims: [claim('acme', { herald: 'says' })] },
  ],
])('the words of two outlets may come from %s', (_, parts) => {
  expect(weigh({ entities: [entity('acme')], ...parts })).toEqual({ acme: 2 });
});

test('they may come from facts that quote', () => {
  const quoting = (quote?: string) => ({
    text: 'It waits.',
    cites: ['daily', 'herald'].map((id) => ({ source: id, ...(quote && { quote }) })),
  });
  const entities = [
    entity('acme', { facts: [quoting('It waits.')] }),
    entity('other', { facts: [quoting()] }),
  ];
  expect(weigh({ entities })).toEqual({ acme: 2, other: 0 });
});

test('a difference outweighs a name of its own, and that more outlets', () => {
  const entities = ['disputed', 'own', 'common'].map((id) =>
    entity(id, { show: id === 'own' ? 'always' : 'with-story' }),
  );
  const weights = weigh({
    entities,
    sources: [...sources, source('third')],
    statements: [statement('own', 'daily', 'herald'), statement('common', 'daily', 'herald', 'third')],
    claims: [claim('disputed', { daily: 'says', herald: 'says-otherwise' })],
  });
  expect(
    entities.map(({ id }) => id).sort((a, b) => (weights[b] as number) - (weights[a] as number)),
  ).toEqual(['disputed', 'own', 'common']);
});

test('an altered copy that says otherwise makes no difference', () => {
  const entities = [entity('acme')];
  const stances = { daily: 'says', herald: 'says', copy: 'says-otherwise' } as const;
  expect(weigh({ entities, claims: [claim('acme', stances)] })).toEqual({ acme: 2 });
});

test('a concept has no weight', () => {
  const entities = [entity('acme', { type: 'concept' }), entity('two')];
  expect(weigh({ entities, statements: [two, statement('acme', 'daily', 'herald')] })).toEqual({
    acme: 0,
    two: 2,
  });
});

test("in a pack that has two outlets' words on nothing but concepts everything has weight", () => {
  const entities = [entity('acme'), entity('idea', { type: 'concept', show: 'always' })];
  const weights = weigh({
    entities,
    statements: [statement('acme', 'daily'), statement('idea', 'daily', 'herald')],
  });
  expect(Object.values(weights).every((weight) => weight > 0)).toBe(true);
});

test('weights fit into a byte, however many outlets there are', () => {
  const many = Array.from({ length: 300 }, (_, number) => source(`outlet-${number}`));
  const stances = Object.fromEntries(many.map(({ id }) => [id, 'says-otherwise' as const]));
  const entities = [entity('acme', { show: 'always' })];
  expect(weigh({ entities, sources: many, claims: [claim('acme', stances)] })).toEqual({ acme: 255 });
});

test('no more outlets are added to an entity than count, be they of one statement or of several', () => {
  const [entities, outlets] = ['entity', 'outlet'].map((name) =>
    Array.from({ length: 400 }, (_, number) => `${name}-${number}`),
  ) as [string[], string[]];
  const about = { about: entities };
  const few = [0, 70, 35, 0, 70].map((from) => statement('', ...outlets.slice(from, from + 70)));
  const adding = vi.spyOn(Set.prototype, 'add');
  try {
    const weights = weigh({
      entities: entities.map((id) => entity(id)),
      sources: outlets.map((id) => source(id)),
      statements: [...few, statement('', ...outlets)].map((one) => ({ ...one, ...about })),
    });
    expect(new Set(Object.values(weights))).toEqual(new Set([63]));
    // Where editions are followed to the first it adds, too.
    expect(adding.mock.calls.length).toBeLessThan(400 * 63 + 2000);
  } finally {
    adding.mockRestore();
  }
});

test('an outlet is one, however its name is written', () => {
  const weights = weigh({
    entities: [entity('acme'), entity('two')],
    sources: [...sources, source('capitals', { outlet: 'DAILY' })],
    statements: [two, statement('acme', 'daily'), statement('acme', 'capitals')],
  });
  expect(weights).toEqual({ acme: 0, two: 2 });
});
