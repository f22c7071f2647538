import type { Name } from '../knowledge/pack-schema.ts';
import { foldText } from './fold-character.ts';
import { type NameOptions, optionsOf } from './name-options.ts';

export interface IndexedName {
  readonly id: number;
  readonly text: string;
  /** Reference of the entity (`pack/entity`). */
  readonly entity: string;
  readonly topic: string;
  readonly show: 'always' | 'with-story';
  /** Whatever the pack says beyond spelling and case; absent where it says nothing. */
  readonly rule?: Omit<Name, 'text' | 'case'>;
}

/** All names of all enabled packs, ready to be found. Made from bytes by `openNameIndex`. */
export interface NameIndex {
  readonly nameCount: number;
  /** @throws RangeError where there is no such name. */
  name(nameId: number): IndexedName;
}

export interface SearchableName {
  readonly indexed: IndexedName;
  readonly folded: string;
  readonly options: NameOptions;
}

/** What the finder sees of an index. */
export interface SearchableIndex extends NameIndex {
  readonly byFirstCharacter: ReadonlyMap<string, readonly SearchableName[]>;
}

/** @throws RangeError where the bytes are no index of this version. */
export function openNameIndex(bytes: Uint8Array): NameIndex {
  let json = '';
  for (const byte of bytes) json += String.fromCharCode(byte);
  const names: { text: string; entity: string; topic: string; show: 'always' | 'with-story'; name: Name }[] =
    JSON.parse(json);
  const all = names.map(({ text, entity, topic, show, name }, id): SearchableName => {
    const { text: _text, case: _case, ...rule } = name;
    const options = optionsOf(name);
    const indexed = { id, text, entity, topic, show, ...(Object.keys(rule).length > 0 && { rule }) };
    return { indexed, options, folded: foldText(text, options.isExactCase) };
  });
  const byFirstCharacter = new Map<string, SearchableName[]>();
  for (const name of all) {
    const first = foldText(name.folded)[0] as string;
    const bucket = byFirstCharacter.get(first);
    if (bucket) bucket.push(name);
    else byFirstCharacter.set(first, [name]);
  }
  const index: SearchableIndex = {
    nameCount: all.length,
    byFirstCharacter,
    name(nameId) {
      const found = all[nameId];
      if (!found) throw new RangeError(`There is no name ${nameId} among ${all.length}.`);
      return found.indexed;
    },
  };
  return index;
}
