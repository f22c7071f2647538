import type { PageChoices } from '../contracts/page-choices.ts';
import { hasSomethingToShow } from './highlighting/choose-marks.ts';
import { CssHighlighter } from './highlighting/css-highlighter.ts';
import { createHighlightPlan, type HighlightPlan } from './highlighting/highlight-plan.ts';
import type { HighlightedItem } from './highlighting/highlighted-item.ts';
import type { CreateMarkElementHighlighter } from './highlighting/mark-element-port.ts';
import type { PageHighlighter } from './highlighting/page-highlighter.ts';
import { unwrapStaleMarks } from './highlighting/stale-marks.ts';
import { checkLater } from './observing/check-later.ts';
import { DiscoveredRoots, upgradeChecksMs } from './observing/discovered-roots.ts';
import { retryUntilAnswered } from './observing/retry-until-answered.ts';
import { runInSlices, waitForIdle, waitForLoad } from './observing/slice-work.ts';
import { UpdateThrottle } from './observing/update-throttle.ts';
import { watchAppearance } from './observing/watch-appearance.ts';
import { type ChangeWatcher, watchChanges } from './observing/watch-changes.ts';
import { PageReader } from './reading/page-reader.ts';
import type { PageBlock } from './reading/page-text.ts';
import { RemoteFindings, type SendText } from './reading/remote-findings.ts';
import { isInlineElement } from './reading/text-flow.ts';

/** When to check whether the page has removed our highlights, for which there is no event. */
const restoreChecksMs = [1_000, 3_000, 10_000];

export interface SessionOptions {
  readonly win: Window & typeof globalThis;
  /** Asks the background what the page's text contains. */
  readonly sendText: SendText;
  readonly choices: PageChoices;
  /** Loads the highlighter that few readers choose, and mark.js with it; undefined if it is not available. */
  readonly loadMarkElementHighlighter: () => Promise<CreateMarkElementHighlighter | undefined>;
  /** The name of something of ours in this document (`settings/mark-style/mark-names.ts`). */
  readonly nameOf: (word: string) => string;
  /** Marks are about to be drawn and need their style. */
  readonly onBeforeDraw: () => void;
  /** What is drawn now: called after each pass, even one that changed nothing, and when the page is left. */
  readonly onDrawn: (items: readonly HighlightedItem[]) => void;
  /** The page was read and has nothing that is shown on every page. */
  readonly onNothing: () => void;
  readonly signal: AbortSignal;
}

/** One page being read and marked, from its first idle moment until the signal aborts. */
export class PageSession {
  readonly #options: SessionOptions;
  readonly #leaving = new AbortController();
  readonly #signal: AbortSignal;
  readonly #roots: DiscoveredRoots;
  readonly #watcher: ChangeWatcher;
  readonly #plan: HighlightPlan;
  readonly #reading: PageReader;
  readonly #throttle = new UpdateThrottle();
  #choices: PageChoices;
  readonly #findings: RemoteFindings;
  #highlighter: PageHighlighter | undefined;
  #isWorking = false;
  #isRedrawDue = false;
  /** A drawn mark may be hidden now, or a hidden mention visible. */
  #isVisibilityCheckDue = false;
  /** A list of mentions is waiting, even if the tab is hidden. */
  #isHurried = false;
  /**
   * The background may find something else in the same text: the reader has reported a wrong match, or undone
   * that.
   */
  #isAskingDue = false;
  /** Each resolves a call of `hurry`, at the end of the first pass that began after it. */
  #hurried: (() => void)[] = [];
  #endIdleWait: () => void = () => {};
  #isRead = false;

  constructor(options: SessionOptions) {
    const { win } = options;
    this.#options = options;
    this.#choices = options.choices;
    const signal = AbortSignal.any([options.signal, this.#leaving.signal]);
    this.#signal = signal;
    this.#roots = new DiscoveredRoots(win.document);
    this.#watcher = watchChanges({
      win,
      isSelfContained: (element) => !isInlineElement(element),
      onRecords: (records) => this.#highlighter?.noteChanges(records),
      onPending: () => void this.#work(),
      signal,
    });
    const appearance = watchAppearance({
      win,
      onChange: () => {
        this.#isVisibilityCheckDue = true;
        void this.#work();
      },
      signal,
    });
    this.#plan = createHighlightPlan({
      win,
      highlighter: () => this.#highlighter,
      onWatched: (boxes) => appearance.watch(boxes),
      onBeforeDraw: options.onBeforeDraw,
      hasChanged: () => this.#watcher.hasPending,
    });
    this.#reading = new PageReader({
      document: win.document,
      onRoot: (root) => {
        // Stale marks of an instance that no longer runs; a known root contains only ours.
        if (this.#roots.add(root)) unwrapStaleMarks(root, options.nameOf('mark'));
        this.#watcher.observe(root);
      },
      onRemoved: (blocks) => this.#plan.remove(blocks),
    });
    this.#findings = new RemoteFindings(options.sendText, signal);
    this.#begin();
  }

  /** Whether the page has been read and drawn once. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Undefined until loaded, at first or after another one was chosen. */
  get highlighter(): PageHighlighter | undefined {
    return this.#highlighter;
  }

  /** The drawn marks, in reading order. */
  get items(): readonly HighlightedItem[] {
    return this.#plan.items;
  }

  /** The mentions that lists and counts name, in reading order; not all of them are drawn. */
  get listed(): readonly HighlightedItem[] {
    return this.#plan.listed;
  }

  /** The blocks with findings, drawn or not. */
  get found(): readonly PageBlock[] {
    return this.blocks.filter(({ mentions, traces }) => mentions.length + traces.length > 0);
  }

  /** All blocks of the page in reading order; none once the page is left. */
  get blocks(): readonly PageBlock[] {
    return this.#signal.aborted ? [] : this.#reading.blocks;
  }

  /**
   * Reads the page at once instead of when it is idle, and in a hidden tab, too: a list of what it mentions is waiting.
   * Resolves once everything that has changed by now is read; never if the session is aborted meanwhile.
   */
  hurry(): Promise<void> {
    if (this.#signal.aborted) return Promise.resolve();
    this.#isHurried = true;
    const reading = new Promise<void>((resolve) => this.#hurried.push(resolve));
    this.#redraw();
    this.#endIdleWait();
    return reading;
  }

  /** Applies a changed setting at once, without reading anything again. */
  apply(choices: PageChoices): void {
    const isOtherHighlighter = choices.highlighter !== this.#choices.highlighter;
    // The background leaves out what the reader reported as a wrong match.
    this.#isAskingDue ||= JSON.stringify(choices.exceptions) !== JSON.stringify(this.#choices.exceptions);
    this.#choices = choices;
    if (isOtherHighlighter) {
      this.#plan.clear();
      this.#highlighter = undefined;
    }
    this.#redraw();
  }

  #begin(): void {
    const signal = this.#signal;
    signal.addEventListener('abort', () => this.#plan.clear());
    this.#watcher.observe(this.#options.win.document);
    this.#addWholePage();
    this.#roots.noteUndefined();
    checkLater(upgradeChecksMs, () => this.#findNewRoots(), signal);
    checkLater(restoreChecksMs, () => this.#highlighter?.restore(), signal);
  }

  #addWholePage(): void {
    const { document } = this.#options.win;
    this.#watcher.addPlace(document.body ?? document);
  }

  #findNewRoots(): void {
    for (const root of this.#roots.findNew()) this.#watcher.addPlace(root.host);
  }

  #redraw(): void {
    this.#isRedrawDue = true;
    void this.#work();
  }

  /** One pass at a time; changes during a pass are handled by the next iteration. */
  async #work(): Promise<void> {
    const { win } = this.#options;
    const signal = this.#signal;
    if (this.#isWorking || signal.aborted) return;
    this.#isWorking = true;
    try {
      while (
        this.#watcher.hasPending ||
        this.#isRedrawDue ||
        this.#isAskingDue ||
        this.#isVisibilityCheckDue
      ) {
        // A reader who has just changed a setting waits for it, in every open tab; nobody waits for a change
        // of the page.
        if (!this.#isRedrawDue && !(await this.#waitForIdle())) return;
        const wanted = this.#choices.highlighter;
        this.#highlighter ??= await this.#makeHighlighter();
        if (!this.#highlighter) return;
        if (this.#highlighter.changesPage && !(await waitForLoad(win, signal))) return;
        if (!this.#isRedrawDue && !(await this.#throttle.waitForUpdate(signal))) return;
        if (wanted !== this.#choices.highlighter) {
          // The reader has chosen another one meanwhile.
          this.#highlighter = undefined;
          continue;
        }
        // A hidden tab applies settings with what it knows. What needs the background waits until the tab is
        // visible.
        const isSeen = this.#isHurried || win.document.visibilityState === 'visible';
        const isOnlyVisibilityCheckDue =
          !this.#watcher.hasPending && !this.#isRedrawDue && !this.#isAskingDue;
        this.#isVisibilityCheckDue = false;
        this.#isRedrawDue = false;
        this.#isHurried = false;
        const hurried = this.#hurried.splice(0);
        if (this.#roots.isIgnored()) {
          this.#leave();
          for (const resolve of hurried) resolve();
          return;
        }
        if (isOnlyVisibilityCheckDue && !(await this.#hasVisibleChange())) continue;
        if (!(await (isSeen ? this.#runUpdate(this.#watcher.drain()) : this.#draw()))) return;
        for (const resolve of hurried) resolve();
      }
    } finally {
      this.#isWorking = false;
    }
  }

  /** Ends early when a list is asked for: in a tab that was never visible, the page would never be idle. */
  #waitForIdle(): Promise<boolean> {
    const { win } = this.#options;
    const signal = this.#signal;
    const isHurried = new Promise<boolean>((resolve) => {
      this.#endIdleWait = () => resolve(!signal.aborted);
    });
    return Promise.race([waitForIdle(win, signal), isHurried]);
  }

  async #makeHighlighter(): Promise<PageHighlighter | undefined> {
    const { win, loadMarkElementHighlighter, nameOf } = this.#options;
    const isPossible = 'highlights' in win.CSS && 'Highlight' in win;
    // mark.js uses `createElement`, which in a document of an XML type makes elements without a namespace.
    const hasMarkElements = win.document.createElement('i') instanceof win.HTMLElement;
    const given = { win, nameOf, shadowRoots: () => this.#roots.listConnected() };
    if (isPossible && !(hasMarkElements && this.#choices.highlighter === 'mark-element'))
      return new CssHighlighter(given);
    // The extension is being removed or replaced: leave the page as it is.
    const create = await retryUntilAnswered(win, loadMarkElementHighlighter, this.#signal).catch(
      () => undefined,
    );
    return create?.({ ...given, unobserved: (run) => this.#watcher.unobserved(run) });
  }

  /** Leaves this page for good, as one with nothing to read: removes what is drawn and stops reading. */
  #leave(): void {
    this.#isRead = true;
    this.#leaving.abort();
    this.#options.onDrawn([]);
  }

  /** Reads what has changed, gets its findings and draws them. Returns false when the signal aborts. */
  async #runUpdate(places: readonly Node[]): Promise<boolean> {
    const signal = this.#signal;
    const reading = await runInSlices(this.#reading.readPlaces(places), signal);
    if (!reading.isDone || !(await this.#askForFindings())) return false;
    const again = await runInSlices(this.#reading.readByLayout(this.#blocksToLayOut()), signal);
    if (!again.isDone || !(await this.#askForFindings())) return false;
    if (!(await this.#draw(reading.workMs + again.workMs))) return false;
    this.#isRead = true;
    // Read pending changes first: once the page is left, nothing reports them.
    if (!this.#watcher.hasPending && !hasSomethingToShow(this.blocks)) this.#options.onNothing();
    return true;
  }

  /** Blocks that must be exact. None on a page with nothing to show, whose layout is never read. */
  #blocksToLayOut(): readonly PageBlock[] {
    if (!hasSomethingToShow(this.blocks) && !this.blocks.some(({ mayHide }) => mayHide === 'always'))
      return [];
    return this.blocks.filter(
      ({ mentions, traces, mayHide }) => mentions.length + traces.length > 0 || mayHide,
    );
  }

  /** Returns false when the signal aborts; retries a background that cannot be reached. */
  async #askForFindings(): Promise<boolean> {
    const { removed, added } = this.#reading.drainChanges();
    if (removed.length + added.length === 0 && !this.#isAskingDue) return true;
    this.#isAskingDue = false;
    const ask = () => this.#findings.update(removed, added, () => this.blocks);
    const update = await retryUntilAnswered(this.#options.win, ask, this.#signal).catch(() => undefined);
    if (!update || this.#signal.aborted) return false;
    const byId = new Map(update.findings.map((findings) => [findings.id, findings]));
    for (const block of this.blocks) {
      const found = byId.get(block.id);
      if (!found && !update.isWhole) continue;
      block.mentions = found?.mentions ?? [];
      block.traces = found?.traces ?? [];
      block.mayHide = found?.mayHide;
    }
    return true;
  }

  async #hasVisibleChange(): Promise<boolean> {
    const looking = await runInSlices(this.#plan.hasVisibleChange(), this.#signal);
    this.#throttle.noteUpdate(looking.workMs);
    return looking.result === true;
  }

  /** Updates the marks, after `workMs` of reading. Returns false when the signal aborts. */
  async #draw(workMs = 0): Promise<boolean> {
    const drawing = await runInSlices(this.#drawInSteps(), this.#signal);
    this.#throttle.noteUpdate(workMs + drawing.workMs);
    return drawing.isDone;
  }

  *#drawInSteps(): Generator<undefined, void> {
    if (this.#highlighter?.restore()) yield* this.#plan.draw(this.blocks, this.#choices);
    else this.#plan.clear();
    this.#findNewRoots();
    if (!this.#signal.aborted) this.#options.onDrawn(this.items);
  }
}
