import type { Pack } from '../../knowledge/pack-schema.ts';
import { refOf } from '../../knowledge/qualify-pack.ts';
import type { NamedEntity } from './compile-names.ts';
import { weighEntities } from './weigh-entities.ts';

/** What the name index needs of a pack, with ids as references. */
export function namesOfPack(pack: Pack): NamedEntity[] {
  const weights = weighEntities(pack);
  return pack.entities.map(({ id, topic, show, names }) => ({
    ref: refOf(pack.id, id),
    topic: refOf(pack.id, topic),
    show,
    weight: weights.get(id) as number,
    names,
  }));
}
