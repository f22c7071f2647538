import type { CardRequest } from '../../contracts/card-calls.ts';

/** A card that is to be opened: what it is to show, where of the page, and by what the reader asked for it. */
export interface CardOpening extends CardRequest {
  readonly getRects: () => readonly DOMRect[];
  readonly contextElement: Element;
  readonly openedBy: 'click' | 'hover' | 'keyboard' | 'list';
}

/** The part of an opening that is sent to the card. */
export function describeRequest({ subject, textOnPage, mention, pageDate, trace }: CardOpening): CardRequest {
  return {
    subject,
    textOnPage,
    ...(mention && { mention: { name: mention.name, wordsBeside: mention.wordsBeside } }),
    ...(pageDate !== undefined && { pageDate }),
    ...(trace && { trace }),
  };
}
