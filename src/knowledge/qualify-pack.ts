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

/** Packs made from kept stories begin with this, and no other pack may. */
const keptPrefix = 'kept-';

/** The id of the pack made from a kept story (`stories/kept/make-story-pack.ts`). */
export function keptPackId(storyId: string): string {
  return keptPrefix + storyId;
}

/** Whether a pack, by its id, or what a reference names comes from a story that the reader keeps. */
export function isKept(packIdOrRef: string): boolean {
  return packIdOrRef.startsWith(keptPrefix);
}

/** The story of a kept pack, by its id or a reference into it; undefined for any other. */
export function keptStoryOf(packIdOrRef: string): string | undefined {
  return isKept(packIdOrRef) ? packIdOrRef.slice(keptPrefix.length).split('/', 1)[0] : undefined;
}
