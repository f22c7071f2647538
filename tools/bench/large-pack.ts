import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { extraNames } from './extra-names.ts';

/** The largest pack that Sidelight must accept, or a smaller one like it; the same for the same numbers. */
export function makeLargePack(entityCount: number, nameCount: number): Pack {
  // One in a hundred thousand of the random names is "The His" or the like, which no pack may have.
  const names = extraNames(nameCount + 100, 11).filter((name) => !name.startsWith('The '));
  const perEntity = Math.ceil(nameCount / entityCount);
  const sources = Array.from({ length: 200 }, (_, i) => ({
    id: `source-${i}`,
    outlet: `Gazette ${i}`,
    date: { value: '2023-05-02', precision: 'day' as const },
    kind: 'news' as const,
  }));
  const topics = Array.from({ length: 10 }, (_, i) => ({
    id: `topic-${i}`,
    title: `Topic ${i}`,
    onByDefault: true,
    color: '#1a6fb0',
  }));
  const entities = Array.from({ length: entityCount }, (_, i): Pack['entities'][number] => {
    const own = names.slice(i * perEntity, (i + 1) * perEntity);
    const title = own[0] ?? `Entity ${i}`;
    return {
      id: `entity-${i}`,
      type: 'organisation',
      topic: `topic-${i % 10}`,
      title,
      show: 'always',
      names: own.map((text) => ({ text })),
      summary: `${title} is entity ${i} of a generated pack: it stands for nothing, and was made to see how much a reader's browser can bear.`,
      summaryCites: [`source-${i % 200}`],
      facts: [
        { text: `${title} was generated as number ${i}.`, cites: [{ source: `source-${(i + 1) % 200}` }] },
      ],
      related: [`entity-${(i + 1) % entityCount}`],
    };
  });
  return {
    id: 'large',
    title: 'A large pack',
    version: '1.0.0',
    schemaVersion: 1,
    language: 'en',
    licence: 'CC0-1.0',
    knownTo: '2024-01-31',
    corrections: [],
    topics,
    sources,
    entities,
    statements: [],
    claims: [],
    events: [],
  };
}
