import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import type { Appearance } from '../settings/settings.ts';
import type { AnnotatedArticle } from '../view-models/annotated-article.ts';
import type { CardContent } from '../view-models/card-content.ts';

/** What to show in a card, sent by the page to the card's frame. */
export interface CardRequest {
  /** Entity reference (`pack/entity`) or statement reference, as in mentions and quote matches. */
  readonly subject: { readonly kind: 'entity' | 'statement'; readonly ref: string };
  /** The name as printed on the page, for "why marked". */
  readonly textOnPage: string;
  /** For an entity: what reporting a wrong match needs (the settings change `exception`). */
  readonly mention?: {
    /** The name as its pack spells it. */
    readonly name: string;
    /** The words right before and after it; empty if none. */
    readonly wordsBeside: { readonly before: string; readonly after: string };
  };
  /** The page's own date, `2020-06-10`, if it states one. */
  readonly pageDate?: string;
  /** For a statement: the quote match on the page. */
  readonly trace?: QuoteMatch;
}

/** So long a card must have stood wholly on top before what is pressed in it counts: page and card both watch. */
export const steadyMs = 500;

/** What the box of a page has its card draw. */
export interface CardDrawing {
  /** Numbers a page's drawings, so that a late answer can be recognised as outdated. */
  readonly number: number;
  readonly request: CardRequest;
  readonly appearance: Appearance;
}

/**
 * Calls from the box in a page to the card in its frame, through the background. Each rejects if the card
 * cannot be reached.
 */
export interface CardCalls {
  draw(drawing: CardDrawing): Promise<void>;
  /** What is drawn is visible from now on. */
  reveal(shown: { number: number; takesFocus: boolean; isSheet: boolean }): Promise<void>;
  appear(appearance: Appearance): Promise<void>;
  /** Empties the card, unless something newer than `number` has been drawn in it. */
  clear(what: { number: number }): Promise<void>;
}

/** Calls from the card in its frame to the box in a page, through the background. */
export interface BoxCalls {
  /** The card listens from now on. Returns what to draw, if that is known. */
  ready(): CardDrawing | null;
  /** The height that the content needs, in px. `isNew`: it is other content than before. */
  fit(wanted: { number: number; height: number; isNew: boolean }): void;
  close(how: { isByKey: boolean }): void;
  pointer(where: { isInside: boolean }): void;
  /** The focus has left the card. */
  blurred(): void;
  /** The browser reports something newly covering the card. */
  covered(): void;
  /** The card's document is unloading: the frame is navigated or removed. */
  left(): void;
  /** Whether nothing of the page covers the card, and it has been in place long enough to be seen. */
  mayAct(): boolean;
  /** The card has the page's site switched off, or on again. */
  switching(to: { isOn: boolean }): void;
}

/** A call from the background to the page around a card, at the same token. */
export interface ArticleCall {
  /** The article, as the side panel reads it. Null if the card belongs to a frame of the page. */
  readArticle(): AnnotatedArticle | null;
}

/** The card, as its box calls it. */
export interface CardLink extends CardCalls {
  /**
   * Whether the frame's script runs; called once its page has loaded. Rejects if the extension cannot be
   * reached.
   */
  isRunning(): Promise<boolean>;
}

/** What a card starts with. */
export interface CardStart {
  readonly drawing: CardDrawing | null;
  /** The content for the drawing's subject: null if no enabled pack knows it, absent if not yet known. */
  readonly content?: CardContent | null;
}

/** The box, as its card calls it; each call rejects if it cannot be reached. */
export type BoxLink = {
  readonly [Name in Exclude<keyof BoxCalls, 'ready'>]: (
    ...request: Parameters<BoxCalls[Name]>
  ) => Promise<ReturnType<BoxCalls[Name]>>;
} & {
  /** The background forwards the call to the box and adds the content to the answer. */
  readonly ready: () => Promise<CardStart>;
};

export interface TermPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A card that a frame cannot contain, as sent to the page above (`page/interaction/card-above.ts`). */
export interface CardAbove {
  readonly request: CardRequest;
  /**
   * The term's place in the frame, in px of its window. Null if the frame is not a direct child of the top
   * page, which could not locate it.
   */
  readonly place: TermPlace | null;
}

/**
 * A call between card and box, on its way through the background. Both are in one tab, and only the token
 * identifies the pair.
 */
export interface ForwardedCall {
  readonly token: string;
  readonly call: string;
  readonly request?: unknown;
}
