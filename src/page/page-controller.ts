import type { ArticleCall, CardAbove } from '../contracts/card-calls.ts';
import type { PageChoices } from '../contracts/page-choices.ts';
import type { HighlightedItem } from './highlighting/highlighted-item.ts';
import { openingFromBelow } from './interaction/card-above.ts';
import { findSelected } from './interaction/find-selected.ts';
import { LazyCard, type LazyCardOptions } from './interaction/lazy-card.ts';
import { createMentionNavigator, type MentionNavigator } from './interaction/mention-navigator.ts';
import { openByPointer } from './interaction/open-by-pointer.ts';
import { waitUntilVisible } from './observing/wait-for-return.ts';
import { type WatchForTextOptions, watchForText } from './observing/watch-for-text.ts';
import { PageSession, type SessionOptions } from './page-session.ts';
import { readPageDate } from './reading/page-date.ts';
import { type ArticleBlock, readArticle } from './reading/read-article.ts';

export interface PageControllerOptions extends Omit<SessionOptions, 'onDrawn' | 'onNothing'> {
  /** Asks the background whether a text may contain something to show. */
  readonly ask: WatchForTextOptions['ask'];
  /** Makes the box of this document's card. */
  readonly loadCard: LazyCardOptions['load'];
  /** A card that the reader opened cannot be loaded. */
  readonly onCardFailed: () => void;
  /** No marks are drawn any more. */
  readonly onCleared: () => void;
  /** How many entities and statements the lists of this page name now. */
  readonly onCount: (entities: number, statements: number) => void;
  /** The screen reader announcement when the reader moves to a mention. */
  readonly describePosition: (text: string, number: number, count: number) => string;
}

/** How long a list of mentions waits for a page that is still being read. */
const maxReadMs = 1_500;

/**
 * A page that follows the reader's settings: read and marked while Sidelight is on, untouched while it is
 * off. A page without anything to show is only watched, until it changes or a list of its mentions is
 * requested.
 */
export class PageController {
  readonly navigator: MentionNavigator;
  readonly #options: PageControllerOptions;
  readonly #card: LazyCard;
  #choices: PageChoices;
  #session: PageSession | undefined;
  /** Ends the session, or the watch that replaced it. */
  #stopReading: AbortController | undefined;
  /** A list of mentions was requested: the page stays read. */
  #isAskedFor = false;
  #isDrawn = false;
  #counts = { entities: 0, statements: 0 };
  #isReportDue = false;
  /** The last report to `onCount`; empty before the first. */
  #reported = '';

  constructor(options: PageControllerOptions) {
    const { win, signal, nameOf, describePosition } = options;
    this.#options = options;
    this.#choices = options.choices;
    const highlighter = () => this.#session?.highlighter;
    const card = new LazyCard({
      load: options.loadCard,
      highlighter,
      pageDate: () => readPageDate(win.document),
      readArticle: () => this.describeArticle(),
      appearance: options.choices.appearance,
      onFailed: options.onCardFailed,
      onEscape: () => this.navigator.leave(),
    });
    this.#card = card;
    this.navigator = createMentionNavigator({
      win,
      nameOf,
      items: () => this.items,
      highlighter,
      card,
      describePosition,
      signal,
    });
    openByPointer({ win, highlighter, hover: () => this.#choices.hover, card, signal });
    signal.addEventListener('abort', () => this.#end());
    if (this.#choices.isOn) this.#start();
  }

  /** The drawn marks, in reading order. */
  get items(): readonly HighlightedItem[] {
    return this.#session?.items ?? [];
  }

  /** The mentions that lists and counts name, in reading order; not all of them are drawn. */
  get listed(): readonly HighlightedItem[] {
    return this.#session?.listed ?? [];
  }

  /** The blocks with findings, drawn or not. */
  get found(): PageSession['found'] {
    return this.#session?.found ?? [];
  }

  /** The article's text with its findings. */
  readArticle(): ArticleBlock[] {
    return readArticle(this.#session?.blocks ?? []);
  }

  /** The article with what identifies its page. */
  describeArticle(): NonNullable<ReturnType<ArticleCall['readArticle']>> {
    const { document, location } = this.#options.win;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href;
    return {
      title: document.title,
      address: location.href,
      ...(canonical && { canonical }),
      date: readPageDate(document) ?? null,
      blocks: this.readArticle(),
    };
  }

  apply(choices: PageChoices): void {
    const before = this.#choices;
    this.#choices = choices;
    this.#card.applyAppearance(choices.appearance);
    if (!choices.isOn) this.#stop();
    else if (!before.isOn) this.#start();
    else this.#session?.apply(choices);
  }

  /** Opens the card of the selected name; false if the selection is not one. */
  lookUpSelection(): boolean {
    const selected = findSelected(this.found, this.#options.win.getSelection());
    if (selected) this.#card.open(selected.item, 'list', selected.range);
    return selected !== undefined;
  }

  /** Opens a card for a frame that cannot contain one. */
  openFromBelow(above: CardAbove): void {
    // If this page turned out to have nothing to show, leaving it would close the card.
    this.#isAskedFor = true;
    this.#card.openElsewhere(openingFromBelow(above, this.#options.win.document));
  }

  /**
   * Reads the page as it is now. Resolves to whether it has been read: false if Sidelight is off here, or if the page
   * has never been read and could not be within `maxReadMs`.
   */
  async readNow(): Promise<boolean> {
    if (!this.#choices.isOn) return false;
    this.#isAskedFor = true;
    if (!this.#session) this.#start();
    const reading = this.#session?.hurry();
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, maxReadMs))]);
    return this.#session?.isRead ?? false;
  }

  #start(): void {
    const signal = this.#beginReading();
    this.#session = new PageSession({
      ...this.#options,
      choices: this.#choices,
      onDrawn: (items) => this.#noteDrawn(items),
      onNothing: () => !this.#isAskedFor && this.#rest(),
      signal,
    });
  }

  /** Discards all that was read, until the page may have something to show. */
  #rest(): void {
    this.#stop();
    const signal = this.#beginReading();
    const { win, ask } = this.#options;
    // If Sidelight is off here, `apply` says so, and says when it is on again.
    void watchForText({ win, ask, signal, isAsked: true }).then(
      (verdict) => verdict === 'perhaps' && this.#start(),
    );
  }

  #beginReading(): AbortSignal {
    this.#stopReading?.abort();
    this.#stopReading = new AbortController();
    return AbortSignal.any([this.#options.signal, this.#stopReading.signal]);
  }

  #stop(): void {
    this.#stopReading?.abort();
    this.#session = undefined;
    this.navigator.leave();
    this.#card.withdraw();
    this.#noteDrawn([]);
  }

  #noteDrawn(items: readonly HighlightedItem[]): void {
    this.#isDrawn = items.length > 0;
    this.#counts = {
      entities: countSubjects(this.listed, 'entity'),
      statements: countSubjects(items, 'statement'),
    };
    this.navigator.refresh();
    if (!this.#isReportDue) void this.#report();
  }

  /**
   * Only for visible tabs: the button shows the count of the active tab. Otherwise each changed setting would
   * make every frame of every hidden tab report its count and request or drop the style of the marks.
   */
  async #report(): Promise<void> {
    const { win, signal, onCount } = this.#options;
    this.#isReportDue = true;
    if (!(await waitUntilVisible(win, signal))) return;
    this.#isReportDue = false;
    const { entities, statements } = this.#counts;
    if (!this.#isDrawn) this.#options.onCleared();
    if (this.#reported === `${entities} ${statements}`) return;
    // A page that never had anything to list reports nothing, which would wake the background.
    if (this.#reported === '' && entities + statements === 0) return;
    this.#reported = `${entities} ${statements}`;
    onCount(entities, statements);
  }

  #end(): void {
    this.#options.onCleared();
    this.#card.discard();
    // The next instance here may draw nothing, and would then report nothing.
    if (this.#reported !== '' && this.#reported !== '0 0') this.#options.onCount(0, 0);
  }
}

/** How many different entities, or statements, are among the items. */
function countSubjects(items: readonly HighlightedItem[], kind: HighlightedItem['kind']): number {
  const ofKind = items.filter((item) => item.kind === kind);
  return new Set(
    ofKind.map((item) => (item.kind === 'entity' ? item.mention.entity : item.quoteMatch.statement)),
  ).size;
}
