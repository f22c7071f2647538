import type { Pack } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import type { PackOverview } from './messages.ts';

/** A pack as options and toolbar list it. */
export function describePack(pack: Pack): PackOverview {
  return {
    id: pack.id,
    title: pack.title,
    knownTo: pack.knownTo,
    topics: pack.topics.map(({ id, title, color, onByDefault }) => ({
      ref: refOf(pack.id, id),
      title,
      color,
      onByDefault,
      entityCount: pack.entities.filter(({ topic }) => topic === id).length,
    })),
  };
}
