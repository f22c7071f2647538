import type { CardAppearance, CardRequest } from '../briefing/card-request.ts';

export interface CardDrawing {
  readonly number: number;
  readonly request: CardRequest;
  readonly appearance: CardAppearance;
}

/** What the box in the page has its card do; `BoxCalls` and `CardCalls` of the messages say more. */
export interface BoxListener {
  draw(drawing: CardDrawing): Promise<void>;
  reveal(shown: { number: number; takesFocus: boolean; isSheet: boolean }): Promise<void>;
  appear(appearance: CardAppearance): Promise<void>;
  clear(what: { number: number }): Promise<void>;
}

/** The box in the page, as its card asks it; each rejects where it cannot be reached. */
export interface BoxLink {
  ready(): Promise<CardDrawing | null>;
  fit(wanted: { number: number; height: number; isNew: boolean }): Promise<void>;
  close(how: { isByKey: boolean }): Promise<void>;
  pointer(where: { isInside: boolean }): Promise<void>;
  blurred(): Promise<void>;
  mayAct(): Promise<boolean>;
  switching(to: { isOn: boolean }): Promise<void>;
}
