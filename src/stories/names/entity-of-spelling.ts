import { findNames } from '../../matching/names/find-names.ts';
import type { NameIndex } from '../../matching/names/name-index.ts';

/**
 * The entity of the enabled packs that a spelling names (`pack/entity`): the only one with this name, which
 * must need no context. A name that is also a common word needs its page.
 */
export function entityOfSpelling(spelling: string, index: NameIndex): string | undefined {
  const [match] = findNames(spelling, index);
  if (!match || match.start > 0 || match.end < spelling.length) return undefined;
  const names = match.nameIds.map((id) => index.name(id));
  const entities = new Set(names.map(({ entity }) => entity));
  return entities.size === 1 && names.every(({ rule }) => rule === undefined) ? names[0]?.entity : undefined;
}
