import type { ArticleCall } from '../../contracts/card-calls.ts';
import { wordsBeside } from '../../matching/names/except-names.ts';
import type { Appearance } from '../../settings/settings.ts';
import { type HighlightedItem, textOf } from '../highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import type { CardBox } from './card-box.ts';
import type { CardOpening } from './card-opening.ts';

export interface LazyCardOptions {
  /**
   * Makes the card's box, once.
   * @param onFailed called if a card that the reader asked for cannot be shown
   */
  readonly load: (
    onFailed: () => void,
    onEscape: () => void,
    readArticle: ArticleCall['readArticle'],
  ) => Promise<CardBox | undefined>;
  /** The reader has closed a card with Esc, hidden from the page. */
  readonly onEscape: () => void;
  readonly highlighter: () => PageHighlighter | undefined;
  readonly pageDate: () => string | undefined;
  readonly readArticle: ArticleCall['readArticle'];
  readonly appearance: Appearance;
  /** A card that the reader opened cannot be loaded. */
  readonly onFailed: () => void;
}

/**
 * The card as the page knows it: it opens at a highlighted item, and recognises events that happened in it. Its box is
 * made when it is first needed; a second request in the meantime replaces the first.
 */
export class LazyCard {
  readonly #options: LazyCardOptions;
  #appearance: Appearance;
  #box: CardBox | undefined;
  #loading: Promise<CardBox | undefined> | undefined;
  #pending: CardOpening | undefined;
  /** The last card is about another document than this one. */
  #isElsewhere = false;

  constructor(options: LazyCardOptions) {
    this.#options = options;
    this.#appearance = options.appearance;
  }

  /** False while it is still loading. */
  get isOpen(): boolean {
    return this.#box?.isOpen ?? false;
  }

  /** Whether the pointer is in the open card, where the page gets no pointer events. */
  get hasPointer(): boolean {
    return this.#box?.hasPointer ?? false;
  }

  contains(event: Event): boolean {
    return this.#box?.contains(event) ?? false;
  }

  /** The reader is about to open it: its box and its content can be asked for now. */
  prepare(item: HighlightedItem): void {
    this.#prepare(item).catch(() => undefined);
  }

  /** At the item's mark, or at `place` where the item need not be marked. */
  open(item: HighlightedItem, openedBy: CardOpening['openedBy'], place?: Range): void {
    this.#isElsewhere = false;
    this.#pending = describeOpening(this.#options, item, openedBy, place);
    if (this.#pending) void this.#openPending();
  }

  /** Opens what need not be marked in this document. */
  openElsewhere(opening: CardOpening): void {
    this.#isElsewhere = true;
    this.#pending = opening;
    void this.#openPending();
  }

  applyAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#box?.applyAppearance(appearance);
  }

  close(): void {
    this.#pending = undefined;
    this.#box?.close();
  }

  /** The page removes its marks. A card that has just caused that stays open, and offers to undo it. */
  withdraw(): void {
    this.#pending = undefined;
    this.#box?.withdraw();
  }

  /** Removes everything of the card's from the page. */
  discard(): void {
    this.#pending = undefined;
    this.#box?.discard();
  }

  async #load(): Promise<CardBox | undefined> {
    const { load, onFailed, onEscape, readArticle } = this.#options;
    const read = () => (this.#isElsewhere ? null : readArticle());
    this.#loading ??= load(onFailed, onEscape, read).finally(() => {
      this.#loading = undefined;
    });
    const loaded = await this.#loading;
    this.#box ??= loaded;
    this.#box?.applyAppearance(this.#appearance);
    return this.#box;
  }

  async #openPending(): Promise<void> {
    // The background cannot be reached, or may no longer inject scripts into the page.
    const box = this.#box ?? (await this.#load().catch(() => undefined));
    const wanted = this.#pending;
    this.#pending = undefined;
    if (wanted === undefined) return;
    if (box) box.open(wanted);
    // Hovering is not a request, so its failure is not reported.
    else if (wanted.openedBy !== 'hover') this.#options.onFailed();
  }

  async #prepare(item: HighlightedItem): Promise<void> {
    if (!this.isOpen) this.#isElsewhere = false;
    const box = this.#box ?? (await this.#load());
    const opening = describeOpening(this.#options, item, 'click');
    if (opening) box?.prepare(opening);
  }
}

/** Undefined where the item does not stand on the page any more. @param place where of the page, if not at its mark */
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
