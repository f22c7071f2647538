import type { Trace } from '../matching/trace.ts';

/** What a card is to show, as the page knows it; it travels from the page to the frame of the card. */
export interface CardRequest {
  /** Entity reference (`pack/entity`) or statement reference, as in mentions and traces. */
  readonly subject: { readonly kind: 'entity' | 'statement'; readonly ref: string };
  /** The name as it stands on the page, for "why marked". */
  readonly textOnPage: string;
  /** For an entity: what a note of a wrong match (the change `exception` of the settings) can be made of. */
  readonly mention?: {
    /** The name as its pack spells it. */
    readonly name: string;
    /** The words right before and after it, empty where there are none. */
    readonly wordsBeside: { readonly before: string; readonly after: string };
  };
  /** What the page says of its own date, `2020-06-10`, where it says so. */
  readonly pageDate?: string;
  /** For a traced statement: what stands on the page. */
  readonly trace?: Trace;
}

/** How a card looks and which language it speaks, as the settings have them. */
export interface CardAppearance {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly language: string;
}
