import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import type { Appearance } from '../settings/settings.ts';
import type { CardContent } from '../view-models/card-content.ts';

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
  readonly trace?: QuoteMatch;
}

/** So long a card must have stood wholly on top before what is pressed in it counts: page and card both watch. */
export const steadyMs = 500;

/** What the box of a page has its card draw. */
export interface CardDrawing {
  /** Counts what that page has had drawn, so that an answer that comes late finds out that it is not wanted any more. */
  readonly number: number;
  readonly request: CardRequest;
  readonly appearance: Appearance;
}

/** From the box in a page to the card in its frame, by way of the background. Each rejects where the card cannot be reached. */
export interface CardCalls {
  draw(drawing: CardDrawing): Promise<void>;
  /** What is drawn is seen from now on. */
  reveal(shown: { number: number; takesFocus: boolean; isSheet: boolean }): Promise<void>;
  appear(appearance: Appearance): Promise<void>;
  /** Takes everything out of the card, unless something newer than `number` has been drawn in it. */
  clear(what: { number: number }): Promise<void>;
}

/** From the card in its frame to the box in a page, by way of the background. */
export interface BoxCalls {
  /** The card listens from now on. What it is to draw, if that is known. */
  ready(): CardDrawing | null;
  /** What is drawn would take this height, in px. `isNew`: something else is shown than before. */
  fit(wanted: { number: number; height: number; isNew: boolean }): void;
  close(how: { isByKey: boolean }): void;
  pointer(where: { isInside: boolean }): void;
  /** The focus has left the card. */
  blurred(): void;
  /** The browser sees something lie over the card that did not before. */
  covered(): void;
  /** The document of the card goes: the frame is sent elsewhere, or taken away. */
  left(): void;
  /** Whether nothing of the page's lies over the card, and it has stood where it is for long enough to be seen. */
  mayAct(): boolean;
  /** The card has the page's site switched off, or on again. */
  switching(to: { isOn: boolean }): void;
}

/** The card as its box asks it. */
export interface CardLink extends CardCalls {
  /** Whether the script of the page in the frame runs; asked when that page has loaded. Rejects where the extension cannot be reached. */
  isRunning(): Promise<boolean>;
}

/** What a card begins with. */
export interface CardStart {
  readonly drawing: CardDrawing | null;
  /** Of the drawing's subject; null where no enabled pack knows it, absent where it is not known yet. */
  readonly content?: CardContent | null;
}

/** The box as its card asks it; each call rejects where it cannot be reached. */
export type BoxLink = {
  readonly [Name in Exclude<keyof BoxCalls, 'ready'>]: (
    ...request: Parameters<BoxCalls[Name]>
  ) => Promise<ReturnType<BoxCalls[Name]>>;
} & {
  /** The background, by way of which the box answers, adds what there is to show. */
  readonly ready: () => Promise<CardStart>;
};

export interface TermPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A card that a frame cannot hold, as it goes to the page above (`page/interaction/card-above.ts`). */
export interface CardAbove {
  readonly request: CardRequest;
  /** Of the term in the frame, in px of its window; null where the frame is not the top page's own, which could make nothing of it. */
  readonly place: TermPlace | null;
}

/** A call between a card and its box, on its way through the background: both are in one tab, and only the token names the pair. */
export interface ForwardedCall {
  readonly token: string;
  readonly call: string;
  readonly request?: unknown;
}
