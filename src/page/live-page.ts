import { findSelected } from './find-selected.ts';
import { createLiveCard, type LoadedCard } from './live-card.ts';
import { createMentionTour, type MentionTour } from './mention-tour.ts';
import { openByPointer } from './open-by-pointer.ts';
import type { PageChoices } from './page-choices.ts';
import { readPageDate } from './page-date.ts';
import { type PageSession, type SessionOptions, startPageSession } from './page-session.ts';
import type { PaintedItem } from './painted-item.ts';

export interface LivePageOptions extends Omit<SessionOptions, 'onPainted'> {
  /** Brings the card's code into this frame, if it is not here yet. */
  readonly loadCard: () => Promise<LoadedCard | undefined>;
  /** How many mentions and traces are painted now. */
  readonly onCount: (mentions: number, traces: number) => void;
  /** What a screen reader says when the reader goes to a mention. */
  readonly describePosition: (text: string, number: number, count: number) => string;
}

/** A page that follows the reader's settings: read and painted while it is on, untouched while it is off. */
export interface LivePage {
  apply(choices: PageChoices): void;
  readonly items: readonly PaintedItem[];
  readonly found: PageSession['found'];
  readonly blocks: PageSession['blocks'];
  /** The article's text with what was found in it. */
  readArticle: PageSession['readArticle'];
  readonly tour: MentionTour;
  /** Opens the card of the name that the reader has selected; false where the selection is none. */
  lookUpSelection(): boolean;
  /** Resolves when the page has been read once, or will not be for now: it is off, hidden or busy. */
  whenRead(): Promise<void>;
}

/** Whoever asks what a page mentions while it is still being read waits for the answer, but not longer. */
const longestReadMs = 1_500;

export function startLivePage(options: LivePageOptions): LivePage {
  const { view, onCount, signal } = options;
  let choices = options.choices;
  let session: PageSession | undefined;
  let stopSession: AbortController | undefined;

  const card = createLiveCard({
    load: options.loadCard,
    painter: () => session?.painter,
    pageDate: () => readPageDate(view.document),
  });
  const tour = createMentionTour({
    view,
    items: () => session?.items ?? [],
    painter: () => session?.painter,
    card,
    describePosition: options.describePosition,
    signal,
  });
  openByPointer({ view, painter: () => session?.painter, hover: () => choices.hover, card, signal });

  function start(): void {
    stopSession = new AbortController();
    session = startPageSession({
      ...options,
      choices,
      onPainted,
      signal: AbortSignal.any([signal, stopSession.signal]),
    });
  }

  function stop(): void {
    stopSession?.abort();
    session = undefined;
    tour.leave();
    card.withdraw();
    onPainted([]);
  }

  let reported = '';
  let setRead: () => void = () => {};
  const read = new Promise<void>((resolve) => {
    setRead = resolve;
  });
  function onPainted(items: readonly PaintedItem[]): void {
    const mentions = items.filter(({ kind }) => kind === 'entity').length;
    const traces = items.length - mentions;
    tour.refresh();
    setRead();
    if (reported === `${mentions} ${traces}`) return;
    // A page on which nothing was ever painted says nothing: it wakes nobody.
    if (reported === '' && items.length === 0) return;
    reported = `${mentions} ${traces}`;
    onCount(mentions, traces);
  }

  signal.addEventListener('abort', () => {
    if (card.isOpen()) card.close();
    // Whoever begins anew here may have nothing to paint, and would then not say so.
    if (reported !== '' && reported !== '0 0') onCount(0, 0);
  });
  if (choices.isOn) start();

  return {
    apply(next) {
      choices = next;
      if (!next.isOn) stop();
      else if (session) session.apply(next);
      else start();
    },
    get items() {
      return session?.items ?? [];
    },
    get found() {
      return session?.found ?? [];
    },
    get blocks() {
      return session?.blocks ?? [];
    },
    readArticle: () => session?.readArticle() ?? [],
    tour,
    lookUpSelection() {
      const selected = findSelected(session?.found ?? [], view.getSelection());
      if (selected) card.open(selected.item, 'list', selected.range);
      return selected !== undefined;
    },
    async whenRead() {
      if (!session) return;
      const isRead = read.then(() => session?.readAll());
      await Promise.race([isRead, new Promise((resolve) => setTimeout(resolve, longestReadMs))]);
    },
  };
}
