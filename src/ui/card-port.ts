import type { Appearance } from '../settings/settings.ts';

/**
 * How the content script, which knows the page, reaches the card, which knows the interface. Both are scripts
 * of the same isolated world but of different bundles, so they meet at one property of that world's global object.
 */
export interface CardRequest {
  /** Entity reference (`pack/entity`) or statement reference, as in mentions and traces. */
  readonly subject: { readonly kind: 'entity' | 'statement'; readonly ref: string };
  /** The term's boxes in viewport coordinates, one for each line it is broken over, read anew at each call. */
  readonly getRects: () => readonly DOMRect[];
  /** An element near the term, for clipping and scrolling ancestors. */
  readonly contextElement: Element;
  /** The name as it stands on the page, for "why marked". */
  readonly textOnPage: string;
  /** For an entity: what a note of a wrong match (the change `exception` of the settings) can be made of. */
  readonly mention?: {
    /** The name as its pack spells it. */
    readonly name: string;
    /** The words right before and after it, empty where there are none. */
    readonly wordsBeside: { readonly before: string; readonly after: string };
  };
  readonly openedBy: 'click' | 'hover' | 'keyboard' | 'list';
  /** What the page says of its own date, `2020-06-10`, where it says so. */
  readonly pageDate?: string;
  /** For a traced statement: what stands on the page. */
  readonly trace?: import('../matching/trace.ts').Trace;
}

export interface CardPort {
  /** The reader is about to open this: what the card will show is asked for already. */
  prepare(subject: CardRequest['subject']): void;
  open(request: CardRequest): void;
  /** How cards look and which language they speak from now on, an open one included. */
  applyAppearance(appearance: Appearance): void;
  close(): void;
  /** The page takes its marks away. The card goes with them, but for one that has just had that done: it offers the way back. */
  withdraw(): void;
  /** True while a card is open; the content script asks before it takes a key or a click. */
  readonly isOpen: boolean;
  /** Whether an event happened in the open card (for closing by a click elsewhere and by hover). */
  contains(event: Event): boolean;
}

/** Set by `card.iife.tsx` when it has loaded. */
export const cardPortKey = Symbol.for('sidelight.card');

export function findCardPort(world: object): CardPort | undefined {
  return (world as { [cardPortKey]?: CardPort })[cardPortKey];
}
