/**
 * Ids are unique only within a pack. Wherever packs meet (index, settings, messages, cards), an entity, topic,
 * statement or claim is identified by its reference, `pack/id`.
 */
export function refOf(packId: string, id: string): string {
  return `${packId}/${id}`;
}

/** Never throws; a string without a slash gives an empty pack id. */
export function splitRef(ref: string): { packId: string; id: string } {
  const slash = ref.indexOf('/');
  return { packId: ref.slice(0, Math.max(slash, 0)), id: ref.slice(slash + 1) };
}
