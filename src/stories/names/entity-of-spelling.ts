import { findNames } from '../../matching/names/find-names.ts';
import type { NameIndex } from '../../matching/names/name-index.ts';

/**
 * Which entity of the enabled packs a spelling names (`pack/entity`): the one that alone has it as a name of which nothing else must be known.
 * A name that is a common word, too, needs its page.
 */
export function entityOfSpelling(spelling: string, index: NameIndex): string | undefined {
  const [match] = findNames(spelling, index);
  if (!match || match.start > 0 || match.end < spelling.length) return undefined;
  const names = match.nameIds.map((id) => index.name(id));
  const entities = new Set(names.map(({ entity }) => entity));
  return entities.size === 1 && names.every(({ rule }) => rule === undefined) ? names[0]?.entity : undefined;
}
