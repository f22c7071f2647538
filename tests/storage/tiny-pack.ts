import type { Pack } from '../../src/knowledge/pack-schema.ts';

/** A valid pack of one topic, with an entity for each of the titles; new for each call. */
export function makeTinyPack(
  id: string,
  titles: readonly string[] = ['Velmora'],
  more: Partial<Pack> = {},
): Pack {
  return {
    id,
    title: `The pack ${id}`,
    version: '1.0.0',
    schemaVersion: 1,
    language: 'en',
    licence: 'CC0-1.0',
    knownTo: '2024-01-31',
    corrections: [],
    topics: [{ id: 'rivers', title: 'Rivers', onByDefault: true, color: '#1a6fb0' }],
    sources: [
      { id: 'gazette', outlet: 'Gazette', date: { value: '2023-05-02', precision: 'day' }, kind: 'news' },
    ],
    entities: titles.map((title) => ({
      id: title.toLowerCase().replaceAll(' ', '-'),
      type: 'place',
      topic: 'rivers',
      title,
      show: 'always',
      names: [{ text: title }],
      summary: `${title} is a river of this invented pack.`,
      summaryCites: ['gazette'],
      facts: [],
      related: [],
    })),
    statements: [],
    claims: [],
    events: [],
    ...more,
  };
}
