/** Where a text block names an entity: half-open offsets into the block's text. */
export interface Mention {
  /** The entity's reference (see `qualify-pack.ts`), or its bare id for a single pack. */
  readonly entity: string;
  /** The name as the pack spells it, not as the page does. */
  readonly name: string;
  /** Reference of the entity's topic. */
  readonly topic: string;
  /** Whether the entity is shown on every page, or only on a page about its story. */
  readonly show: 'always' | 'with-story';
  /** How much the pack has to say about the entity; 0: it is listed, but not marked by default (`weigh-entities.ts`). */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}
