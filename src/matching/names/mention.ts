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
  readonly start: number;
  readonly end: number;
}
