import type { CardAppearance, CardRequest } from '../../contracts/card-calls.ts';
import { wordsBeside } from '../../matching/names/except-names.ts';
import { type HighlightedItem, textOf } from '../highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import type { CardControl } from './card-control.ts';

/** A card to open, and its place on the page. */
export interface CardOpening extends CardRequest {
  readonly getRects: () => readonly DOMRect[];
  readonly contextElement: Element;
  readonly openedBy: 'click' | 'hover' | 'keyboard' | 'list';
}

/** A loaded card. */
export interface LoadedCard {
  applyAppearance(appearance: CardAppearance): void;
  prepare(opening: CardOpening): void;
  open(opening: CardOpening): void;
  close(): void;
  /** The page removes its marks. A card that has just caused that stays open, and offers to undo it. */
  withdraw(): void;
  /** Removes everything of the card's from the page. */
  discard(): void;
  readonly isOpen: boolean;
  /** Whether the pointer is in the open card, where the page gets no pointer events. */
  readonly hasPointer: boolean;
  contains(event: Event): boolean;
}

export interface LazyCardOptions {
  /**
   * Makes the card, and loads its code the first time.
   * @param onFailed called if a card that the reader opened does not appear
   */
  readonly load: (onFailed: () => void, onEscape: () => void) => Promise<LoadedCard | undefined>;
  /** The reader has closed a card with Esc, hidden from the page. */
  readonly onEscape: () => void;
  readonly highlighter: () => PageHighlighter | undefined;
  readonly pageDate: () => string | undefined;
  readonly appearance: CardAppearance;
  /** A card that the reader opened cannot be loaded. */
  readonly onFailed: () => void;
}

/** The card as the page has it. */
export interface LazyCard extends CardControl {
  /** Opens what need not be drawn in this document. */
  openElsewhere(opening: CardOpening): void;
  applyAppearance(appearance: CardAppearance): void;
  withdraw(): void;
  /** Removes everything of the card's from the page. */
  discard(): void;
}

/** Loads the card on first use; a second request during loading replaces the first. */
export function createLazyCard(options: LazyCardOptions): LazyCard {
  const { load, onFailed, onEscape } = options;
  let loaded: LoadedCard | undefined;
  let pending: CardOpening | undefined;
  let loading: Promise<LoadedCard | undefined> | undefined;
  let { appearance } = options;

  async function loadCard(): Promise<LoadedCard | undefined> {
    loading ??= load(onFailed, onEscape).finally(() => {
      loading = undefined;
    });
    loaded ??= await loading;
    loaded?.applyAppearance(appearance);
    return loaded;
  }

  async function openPending(): Promise<void> {
    // The background cannot be reached, or may no longer inject scripts into the page.
    const card = loaded ?? (await loadCard().catch(() => undefined));
    const wanted = pending;
    pending = undefined;
    if (wanted === undefined) return;
    if (card) card.open(wanted);
    // Hovering is not a request, so its failure is not reported.
    else if (wanted.openedBy !== 'hover') onFailed();
  }

  async function prepare(item: HighlightedItem): Promise<void> {
    const card = loaded ?? (await loadCard());
    const opening = describeOpening(options, item, 'click');
    if (opening) card?.prepare(opening);
  }

  return {
    prepare(item) {
      prepare(item).catch(() => undefined);
    },
    open(item, openedBy, place) {
      pending = describeOpening(options, item, openedBy, place);
      if (pending) void openPending();
    },
    openElsewhere(opening) {
      pending = opening;
      void openPending();
    },
    applyAppearance(chosen) {
      appearance = chosen;
      loaded?.applyAppearance(chosen);
    },
    close() {
      pending = undefined;
      loaded?.close();
    },
    withdraw() {
      pending = undefined;
      loaded?.withdraw();
    },
    discard() {
      pending = undefined;
      loaded?.discard();
    },
    isOpen: () => loaded?.isOpen ?? false,
    hasPointer: () => loaded?.hasPointer ?? false,
    contains: (event) => loaded?.contains(event) ?? false,
  };
}

/**
 * Undefined if the item has left the page.
 * @param place where to open, if not at the item's mark
 */
function describeOpening(
  { highlighter, pageDate }: LazyCardOptions,
  item: HighlightedItem,
  openedBy: CardOpening['openedBy'],
  place?: Range,
): CardOpening | undefined {
  const contextElement = place ? place.startContainer.parentElement : highlighter()?.elementOf(item);
  if (!contextElement) return undefined;
  const date = pageDate();
  return {
    subject: subjectOf(item),
    getRects: () => (place ? [...place.getClientRects()] : (highlighter()?.rectsOf(item) ?? [])),
    contextElement,
    textOnPage: textOf(item),
    openedBy,
    ...(date !== undefined && { pageDate: date }),
    ...(item.kind === 'entity' && { mention: describeMention(item) }),
    ...(item.kind === 'statement' && { trace: item.quoteMatch }),
  };
}

function subjectOf(item: HighlightedItem): CardOpening['subject'] {
  return item.kind === 'entity'
    ? { kind: 'entity', ref: item.mention.entity }
    : { kind: 'statement', ref: item.quoteMatch.statement };
}

function describeMention({ block, mention }: Extract<HighlightedItem, { kind: 'entity' }>) {
  return {
    name: mention.name,
    // Read on demand: the first search for words takes as long as the first card may.
    get wordsBeside() {
      return wordsBeside(block.text, mention);
    },
  };
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
