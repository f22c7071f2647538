import type { CardAppearance, CardOpening } from './live-card.ts';

/** What the card draws: the same shape as the interface's own, which `page` may not import. */
export interface CardDrawing {
  /** Counts what this page has had drawn, so that an answer that comes late finds out that it is not wanted any more. */
  readonly number: number;
  readonly request: Omit<CardOpening, 'getRects' | 'contextElement' | 'openedBy'>;
  readonly appearance: CardAppearance;
}

/** From the box to the card in its frame. Each rejects where the card cannot be reached. */
export interface CardLink {
  draw(drawing: CardDrawing): Promise<void>;
  /** What is drawn is seen from now on. */
  reveal(shown: { number: number; takesFocus: boolean; isSheet: boolean }): Promise<void>;
  appear(appearance: CardAppearance): Promise<void>;
  /** Takes everything out of the card, unless something newer than `number` has been drawn in it. */
  clear(what: { number: number }): Promise<void>;
}

/** From the card in the frame to its box. */
export interface CardListener {
  /** The card listens from now on. What it is to draw, if that is known. */
  ready(): CardDrawing | null;
  /** What is drawn would take this height, in px. `isNew`: something else is shown than before. */
  fit(wanted: { number: number; height: number; isNew: boolean }): void;
  close(how: { isByKey: boolean }): void;
  pointer(where: { isInside: boolean }): void;
  /** The focus has left the card. */
  blurred(): void;
  /** Whether the reader can have seen what they press: nothing lay over the card, and it did not change its place. */
  mayAct(): boolean;
  /** The card is having the site of the page switched off, or on again. */
  switching(to: { isOn: boolean }): void;
}

/** How the box reaches the page of the extension that it holds. */
export interface CardConnection {
  /** Of the page that draws cards. */
  readonly address: string;
  /** Until `signal` aborts. @param token of the frame */
  connect(token: string, listener: CardListener, signal: AbortSignal): CardLink;
}
