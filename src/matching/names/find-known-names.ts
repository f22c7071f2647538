import type { KnownNames } from '../../knowledge/pack-preview.ts';
import type { Pack } from '../../knowledge/pack-schema.ts';
import { foldText } from '../text/fold-character.ts';
import { openNameIndex } from './name-index.ts';

/** A pack that is already present. */
export interface NamedPack {
  readonly title: string;
  /** Its compiled names. */
  readonly names: Uint8Array;
}

const sampleCount = 5;

/**
 * Names of `pack` that others have too, spelled alike except for case and diacritics: the pack that comes
 * first wins.
 * @throws RangeError if the bytes are not a valid index of this version
 */
export function findKnownNames(pack: Pack, others: readonly NamedPack[]): KnownNames {
  const own = new Map<string, string>();
  for (const { names } of pack.entities) for (const { text } of names) own.set(foldText(text), text);
  const found = new Map<string, string>();
  for (const { title, names } of others) {
    const index = openNameIndex(names);
    for (let id = 0; id < index.nameCount; id++) {
      const name = own.get(foldText(index.name(id).text));
      if (name !== undefined && !found.has(name)) found.set(name, title);
    }
  }
  const samples = [...found].slice(0, sampleCount).map(([name, packTitle]) => ({ name, packTitle }));
  return { count: found.size, samples };
}
