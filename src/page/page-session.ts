import { createCustomHighlightPainter } from './custom-highlight-painter.ts';
import type { Judging } from './judging-port.ts';
import type { MarkElementOptions } from './mark-element-painter.ts';
import { MetRoots, upgradeChecksMs } from './met-roots.ts';
import type { PageChoices } from './page-choices.ts';
import type { PagePainter } from './page-painter.ts';
import { type Finders, PageReading } from './page-reading.ts';
import type { PageBlock } from './page-text.ts';
import { createPaintPlan, type Judge, type PaintPlan } from './paint-plan.ts';
import type { PaintedItem } from './painted-item.ts';
import type { ArticleBlock } from './read-article.ts';
import { runInSlices, waitForIdle, waitForLoad } from './slice-work.ts';
import { isInlineElement } from './text-flow.ts';
import { TurnPace } from './turn-pace.ts';
import { watchAppearance } from './watch-appearance.ts';
import { type ChangeWatcher, watchChanges } from './watch-changes.ts';

/** When to look whether the page has thrown our highlights away: nothing tells of it. */
const restoreChecksMs = [1_000, 3_000, 10_000];

export interface SessionOptions {
  readonly view: Window & typeof globalThis;
  readonly finders: Finders;
  /** Brings what judges names and traces statements; undefined where it cannot be had. */
  readonly loadJudging: () => Promise<Judging | undefined>;
  readonly choices: PageChoices;
  /** Brings the painter that only few readers choose, and mark.js with it; undefined where it cannot be had. */
  readonly loadMarkElementPainter: () => Promise<CreateMarkElementPainter | undefined>;
  /** What is painted now: after each pass, whether that changed it or not, and when the page is left. */
  readonly onPainted: (items: readonly PaintedItem[]) => void;
  readonly signal: AbortSignal;
}

export type CreateMarkElementPainter = (options: MarkElementOptions) => PagePainter;

export function startPageSession(options: SessionOptions): PageSession {
  return new PageSession(options);
}

/** One page being read and painted, from its first idle moment until the signal stops it. */
export class PageSession {
  readonly #options: SessionOptions;
  readonly #leaving = new AbortController();
  readonly #signal: AbortSignal;
  readonly #roots: MetRoots;
  readonly #watcher: ChangeWatcher;
  readonly #plan: PaintPlan;
  readonly #reading: PageReading;
  readonly #pace = new TurnPace();
  #choices: PageChoices;
  #painter: PagePainter | undefined;
  #judging: Judging | undefined;
  #isAllWanted = false;
  #allRead: Promise<void> | undefined;
  #setAllRead: (() => void) | undefined;
  #isWorking = false;
  #isRepaintDue = false;

  constructor(options: SessionOptions) {
    const { view, finders } = options;
    this.#options = options;
    this.#choices = options.choices;
    const signal = AbortSignal.any([options.signal, this.#leaving.signal]);
    this.#signal = signal;
    this.#roots = new MetRoots(view.document);
    this.#watcher = watchChanges({
      view,
      standsAlone: (element) => !isInlineElement(element),
      onRecords: (records) => this.#painter?.noteChanges(records),
      onPending: () => void this.#work(),
      signal,
    });
    const appearance = watchAppearance({
      view,
      onVisible: () => this.#repaint(),
      onToneChange: () => {
        this.#plan.forgetPainted();
        this.#repaint();
      },
      signal,
    });
    this.#plan = createPaintPlan({
      view,
      judge: () => this.#judging?.judge as Judge,
      painter: () => this.#painter,
      onHidden: (element) => appearance.watch(element),
    });
    this.#reading = new PageReading({
      document: view.document,
      finders,
      onRoot: (root) => {
        this.#roots.add(root);
        this.#watcher.observe(root);
      },
      onRemoved: (blocks) => this.#plan.remove(blocks),
    });
    this.#begin();
  }

  /** Undefined until it has been brought, for the first pass or after another one was chosen. */
  get painter(): PagePainter | undefined {
    return this.#painter;
  }

  /** What is painted, in reading order. */
  get items(): readonly PaintedItem[] {
    return this.#plan.items;
  }

  /** Everything found, painted or not: for lists and counts. */
  get found(): ReturnType<PaintPlan['listFound']> {
    return this.#plan.listFound();
  }

  /** All blocks of the page in reading order; empty where no name was found anywhere. */
  get blocks(): readonly PageBlock[] {
    return this.#reading.blocks;
  }

  /**
   * Reads a page, too, that has nothing to show: somebody asks what it mentions. Resolves at the end of the turn that was to
   * read it; never where none comes, because the tab is hidden or the session stopped.
   */
  readAll(): Promise<void> {
    if (this.#allRead) return this.#allRead;
    if (this.blocks.length > 0) return Promise.resolve();
    this.#isAllWanted = true;
    this.#allRead = new Promise((resolve) => {
      this.#setAllRead = resolve;
      // Somebody is waiting: neither for an idle moment nor for our turn.
      this.#isRepaintDue = true;
      this.#addWholePage();
    });
    return this.#allRead;
  }

  /** The article's text with what was found in it; empty as long as the page is not read. */
  readArticle(): ArticleBlock[] {
    return this.#judging?.readArticle(this) ?? [];
  }

  /** Follows a changed setting at once; nothing is read again. */
  apply(choices: PageChoices): void {
    const isOtherPainter = choices.painter !== this.#choices.painter;
    this.#choices = choices;
    if (isOtherPainter) {
      this.#plan.clear();
      this.#painter = undefined;
    }
    this.#repaint();
  }

  #begin(): void {
    const signal = this.#signal;
    signal.addEventListener('abort', () => this.#plan.clear());
    this.#watcher.observe(this.#options.view.document);
    this.#addWholePage();
    checkLater(upgradeChecksMs, () => this.#findNewRoots(), signal);
    checkLater(restoreChecksMs, () => this.#painter?.restore(), signal);
  }

  #addWholePage(): void {
    const { document } = this.#options.view;
    this.#watcher.addPlace(document.body ?? document);
  }

  #findNewRoots(): void {
    for (const root of this.#roots.findNew()) this.#watcher.addPlace(root.host);
  }

  #repaint(): void {
    this.#isRepaintDue = true;
    void this.#work();
  }

  /** One pass at a time; what comes meanwhile is taken by the next round of the loop. */
  async #work(): Promise<void> {
    const { view } = this.#options;
    const signal = this.#signal;
    if (this.#isWorking || signal.aborted) return;
    this.#isWorking = true;
    try {
      while (this.#watcher.hasPending || this.#isRepaintDue) {
        // A reader who has just changed a setting is waiting for it, in every open tab; a page that has changed is not.
        if (!this.#isRepaintDue && !(await waitForIdle(view, signal))) return;
        this.#painter ??= await this.#makePainter();
        if (!this.#painter) return;
        if (this.#painter.changesPage && !(await waitForLoad(view, signal))) return;
        const isInNoHurry = this.#watcher.hasPending && !this.#isRepaintDue;
        if (isInNoHurry && !(await this.#pace.waitForTurn(signal))) return;
        this.#isRepaintDue = false;
        if (this.#roots.isLeftAlone()) {
          this.#leave();
          return;
        }
        if (!(await this.#takeTurn(this.#watcher.take()))) return;
      }
    } finally {
      this.#isWorking = false;
    }
  }

  async #makePainter(): Promise<PagePainter | undefined> {
    const { view, loadMarkElementPainter } = this.#options;
    const isPossible = 'highlights' in view.CSS && 'Highlight' in view;
    const given = { view, shadowRoots: () => this.#roots.listConnected() };
    if (isPossible && this.#choices.painter !== 'mark-element') return createCustomHighlightPainter(given);
    // Out of reach (the extension is going): the page stays as it is.
    const create = await loadMarkElementPainter().catch(() => undefined);
    return create?.({ ...given, unobserved: (run) => this.#watcher.unobserved(run) });
  }

  /** For as long as the page stands: what of it is painted goes, and nothing is read any more. */
  #leave(): void {
    this.#leaving.abort();
    this.#options.onPainted([]);
  }

  /** Most pages hold no name: they are only gone through. Returns false when the signal stopped it. */
  async #takeTurn(changed: readonly Node[]): Promise<boolean> {
    const { finders, loadJudging } = this.#options;
    const signal = this.#signal;
    let places = changed;
    let workMs = 0;
    // Whoever asks while a turn is under way is answered by the next one: this one may have left the page unread.
    const tellRead = this.#setAllRead;
    if (finders.bringNames && places.length > 0) {
      const bringing = finders.bringNames(this.#reading.listRoots(places));
      // Out of reach (the extension is going): the page is read with the names that are here.
      workMs += await bringing.catch(() => 0);
      if (signal.aborted) return false;
    }
    if (this.blocks.length === 0) {
      const scan = await runInSlices(this.#reading.scan(places, this.#isAllWanted), signal);
      workMs += scan.workMs;
      if (scan.result === true) this.#judging ??= await loadJudging().catch(() => undefined);
      // Out of reach (the extension is going), or nothing to show: the page stays unread.
      if (scan.result !== true || !this.#judging) places = [];
    }
    const pass = await runInSlices(this.#pass(places), signal);
    this.#pace.noteTurn(workMs + pass.workMs);
    tellRead?.();
    return pass.isDone;
  }

  /** Reads the places and brings the paint up to date. */
  *#pass(places: readonly Node[]): Generator<undefined, void> {
    if (places.length > 0 || this.blocks.length > 0) {
      yield* this.#reading.readPlaces(places, (text) => this.#judging?.findTraces(text) ?? []);
    }
    if (this.#painter?.restore()) yield* this.#plan.paint(this.blocks, this.#choices);
    else this.#plan.clear();
    this.#findNewRoots();
    if (!this.#signal.aborted) this.#options.onPainted(this.items);
  }
}

/** Calls `check` after each of these waits, in milliseconds from now. */
function checkLater(waits: readonly number[], check: () => void, signal: AbortSignal): void {
  const timers = waits.map((wait) => setTimeout(() => !signal.aborted && check(), wait));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
}
