import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { makeTinyPack } from './tiny-pack.ts';

/** Below the limits of a text, and of an inner list. */
const [textLength, factsPerEntity] = [19_000, 900];

/**
 * A valid pack of about this many characters. With few values and names, so that it is read and compiled in about a
 * second.
 */
export function makeLongPack(id: string, length: number, title = 'Velmora'): Pack {
  const text = 'So it was at dawn. '.repeat(textLength / 19);
  const pack = makeTinyPack(id, [title]);
  const fact = { text, cites: [{ source: 'gazette' }] };
  const count = Math.ceil(length / textLength);
  const entities = pack.entities.flatMap((entity) =>
    Array.from({ length: Math.ceil(count / factsPerEntity) }, (_, at) => ({
      ...entity,
      id: `${entity.id}-${at}`,
      facts: new Array(Math.min(factsPerEntity, count - at * factsPerEntity)).fill(fact),
    })),
  );
  return { ...pack, entities };
}
