import type { CardAbove } from '../contracts/card-calls.ts';
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
  /** Asks the background whether a text could hold something to show. */
  readonly ask: WatchForTextOptions['ask'];
  /** Makes the box of this document's card. */
  readonly loadCard: LazyCardOptions['load'];
  /** A card that the reader asked for cannot be brought. */
  readonly onCardFailed: () => void;
  /** Nothing is painted any more. */
  readonly onCleared: () => void;
  /** How many mentions and traces are painted now. */
  readonly onCount: (mentions: number, traces: number) => void;
  /** What a screen reader says when the reader goes to a mention. */
  readonly describePosition: (text: string, number: number, count: number) => string;
}

/** Whoever asks what a page mentions while it is still being read waits for the answer, but not longer. */
const maxReadMs = 1_500;

/**
 * A page that follows the reader's settings: read and painted while it is on, untouched while it is off. Where it turns out
 * to have nothing to show it is only watched, until it changes or somebody asks what it mentions.
 */
export class PageController {
  readonly navigator: MentionNavigator;
  readonly #options: PageControllerOptions;
  readonly #card: LazyCard;
  #choices: PageChoices;
  #session: PageSession | undefined;
  /** Ends the session, or the watch that has taken its place. */
  #stopReading: AbortController | undefined;
  /** Somebody has asked what the page mentions: it stays read. */
  #isAskedFor = false;
  #drawn = { mentions: 0, traces: 0 };
  #isReportDue = false;
  /** What `onCount` was told last; empty before the first time. */
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

  /** What is painted, in reading order. */
  get items(): readonly HighlightedItem[] {
    return this.#session?.items ?? [];
  }

  /** The blocks in which something was found, painted or not. */
  get found(): PageSession['found'] {
    return this.#session?.found ?? [];
  }

  /** The article's text with what was found in it. */
  readArticle(): ArticleBlock[] {
    return readArticle(this.#session?.blocks ?? []);
  }

  apply(choices: PageChoices): void {
    const before = this.#choices;
    this.#choices = choices;
    this.#card.applyAppearance(choices.appearance);
    if (!choices.isOn) this.#stop();
    else if (!before.isOn) this.#start();
    else this.#session?.apply(choices);
  }

  /** Opens the card of the name that the reader has selected; false where the selection is none. */
  lookUpSelection(): boolean {
    const selected = findSelected(this.found, this.#options.win.getSelection());
    if (selected) this.#card.open(selected.item, 'list', selected.range);
    return selected !== undefined;
  }

  /** Opens a card for a frame that cannot hold one. */
  openFromBelow(above: CardAbove): void {
    // A page that turns out to hold nothing itself would take the card away with the rest.
    this.#isAskedFor = true;
    this.#card.openElsewhere(openingFromBelow(above, this.#options.win.document));
  }

  /** Resolves when the page has been read once, or will not be for now: it is off, hidden or busy. */
  async whenRead(): Promise<void> {
    if (!this.#choices.isOn) return;
    this.#isAskedFor = true;
    if (!this.#session) this.#start();
    this.#session?.hurry();
    const read = this.#session?.whenRead;
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, maxReadMs))]);
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

  /** Lets go of all that was read, until the page may have something to show. */
  #rest(): void {
    this.#stop();
    const signal = this.#beginReading();
    const { win, ask } = this.#options;
    // Where it is off the page is told so, and told again when it is on.
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
    const mentions = items.filter(({ kind }) => kind === 'entity').length;
    this.#drawn = { mentions, traces: items.length - mentions };
    this.navigator.refresh();
    if (!this.#isReportDue) void this.#report();
  }

  /**
   * The button shows the count of the tab in front, and only a page in front is looked at: a changed setting would have every frame
   * of every other tab tell its count, and ask for the marks' style or give it back.
   */
  async #report(): Promise<void> {
    const { win, signal, onCount } = this.#options;
    this.#isReportDue = true;
    if (!(await waitUntilVisible(win, signal))) return;
    this.#isReportDue = false;
    const { mentions, traces } = this.#drawn;
    if (mentions + traces === 0) this.#options.onCleared();
    if (this.#reported === `${mentions} ${traces}`) return;
    // A page on which nothing was ever painted says nothing: it wakes nobody.
    if (this.#reported === '' && mentions + traces === 0) return;
    this.#reported = `${mentions} ${traces}`;
    onCount(mentions, traces);
  }

  #end(): void {
    this.#options.onCleared();
    this.#card.discard();
    // Whoever begins anew here may have nothing to paint, and would then not say so.
    if (this.#reported !== '' && this.#reported !== '0 0') this.#options.onCount(0, 0);
  }
}
