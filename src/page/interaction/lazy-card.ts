import type { CardRequest } from '../../contracts/card-calls.ts';
import { wordsBeside } from '../../matching/names/except-names.ts';
import type { Appearance } from '../../settings/settings.ts';
import { type HighlightedItem, textOf } from '../highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import type { CardControl } from './card-control.ts';

/** A card that is to be opened, and where of the page. */
export interface CardOpening extends CardRequest {
  readonly getRects: () => readonly DOMRect[];
  readonly contextElement: Element;
  readonly openedBy: 'click' | 'hover' | 'keyboard' | 'list';
}

/** A card that has been loaded. */
export interface LoadedCard {
  applyAppearance(appearance: Appearance): void;
  prepare(opening: CardOpening): void;
  open(opening: CardOpening): void;
  close(): void;
  /** The page takes its marks away; a card that has just had that done stays, with the way back. */
  withdraw(): void;
  /** Takes away all that of cards is in the page. */
  discard(): void;
  readonly isOpen: boolean;
  /** Whether the pointer is in the open card, where the page does not see it move. */
  readonly hasPointer: boolean;
  contains(event: Event): boolean;
}

export interface LazyCardOptions {
  /** Makes the card, whose code is loaded if it is not here yet. @param onFailed told where a card that the reader asked for does not come */
  readonly load: (onFailed: () => void, onEscape: () => void) => Promise<LoadedCard | undefined>;
  /** The reader has closed a card by Esc, which the page has not seen. */
  readonly onEscape: () => void;
  readonly highlighter: () => PageHighlighter | undefined;
  readonly pageDate: () => string | undefined;
  readonly appearance: Appearance;
  /** A card that the reader asked for cannot be brought. */
  readonly onFailed: () => void;
}

/** The card as the page has it. */
export interface LazyCard extends CardControl {
  /** Opens what need not be painted in this document. */
  openElsewhere(opening: CardOpening): void;
  applyAppearance(appearance: Appearance): void;
  withdraw(): void;
  /** Takes away all that of cards is in the page. */
  discard(): void;
}

/** The card that is loaded when it is first needed; a second wish while it loads replaces the first. */
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
    // A background that cannot be reached cannot bring the card, nor one that may not enter the page any more.
    const card = loaded ?? (await loadCard().catch(() => undefined));
    const wanted = pending;
    pending = undefined;
    if (wanted === undefined) return;
    if (card) card.open(wanted);
    // A pointer that merely rests asks for nothing that it would have to be refused.
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

/** Undefined where the item does not stand on the page any more. @param place where of the page, if not at its paint */
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
    // Read when the reader asks for it: the first look for words takes as long as the first card may.
    get wordsBeside() {
      return wordsBeside(block.text, mention);
    },
  };
}

/** What of an opening travels. */
export function describeRequest({ subject, textOnPage, mention, pageDate, trace }: CardOpening): CardRequest {
  return {
    subject,
    textOnPage,
    ...(mention && { mention: { name: mention.name, wordsBeside: mention.wordsBeside } }),
    ...(pageDate !== undefined && { pageDate }),
    ...(trace && { trace }),
  };
}
