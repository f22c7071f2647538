import type { Pack } from '../../knowledge/pack-schema.ts';
import { refOf } from '../../knowledge/qualify-pack.ts';
import type { NamedEntity } from './compile-names.ts';

/** What the name index needs of a pack, with ids as references. */
export function namesOfPack(pack: Pack): NamedEntity[] {
  return pack.entities.map(({ id, topic, show, names }) => ({
    ref: refOf(pack.id, id),
    topic: refOf(pack.id, topic),
    show,
    names,
  }));
}
