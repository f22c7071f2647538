import type { Name } from '../knowledge/pack-schema.ts';

export interface NamedEntity {
  /** `pack/entity`, see `qualify-pack.ts`. */
  readonly ref: string;
  /** Reference of its topic. */
  readonly topic: string;
  readonly show: 'always' | 'with-story';
  readonly names: readonly Name[];
}

/** Every name of every entity in one transportable piece; the same bytes for the same input. */
export function compileNames(entities: readonly NamedEntity[]): Uint8Array {
  const names = entities.flatMap((entity) =>
    entity.names.map((name) => ({
      text: name.text,
      entity: entity.ref,
      topic: entity.topic,
      show: entity.show,
      name,
    })),
  );
  const json = JSON.stringify(names).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(json, (character) => character.charCodeAt(0));
}
