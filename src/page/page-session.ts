import { isClobbered } from './clobbering.ts';
import { createCustomHighlightPainter } from './custom-highlight-painter.ts';
import type { Judging } from './judging-port.ts';
import { unwrapLeftMarks } from './left-marks.ts';
import type { MarkElementOptions } from './mark-element-painter.ts';
import type { PageChoices } from './page-choices.ts';
import type { PagePainter } from './page-painter.ts';
import { createPageReading, type Finders } from './page-reading.ts';
import { createPaintPlan, type Judge } from './paint-plan.ts';
import type { PaintedItem } from './painted-item.ts';
import type { ArticleBlock } from './read-article.ts';
import { findShadowRoots, hasRootlessCustomElements } from './shadow-roots.ts';
import { runInSlices, waitForIdle, waitForLoad } from './slice-work.ts';
import { isInlineElement } from './text-flow.ts';
import { watchAppearance } from './watch-appearance.ts';
import { watchChanges } from './watch-changes.ts';

/** When custom elements may be upgraded without any record of it: looked for again after these waits. */
const upgradeChecksMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];
/** Changes that come one by one are read together: below this a reader sees no delay. */
const shortestTurnMs = 80;
/** Of a page that keeps changing we take at most one part in so many of the time (5 % is the budget). */
const restShare = 25;
/** The first reading of a long page takes long, and what the page adds then is not kept waiting for many seconds after it. */
const longestRestMs = 2_000;
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
  /** After each pass that changed what is painted. */
  readonly onPainted: (items: readonly PaintedItem[]) => void;
  readonly signal: AbortSignal;
}

export type CreateMarkElementPainter = (options: MarkElementOptions) => PagePainter;

/** One page being read and painted, from its first idle moment until the signal stops it. */
export interface PageSession {
  /** Undefined until the first pass. */
  readonly painter: PagePainter | undefined;
  /** What is painted, in reading order. */
  readonly items: readonly PaintedItem[];
  /** Everything found, painted or not: for lists and counts. */
  readonly found: ReturnType<ReturnType<typeof createPaintPlan>['listFound']>;
  /** All blocks of the page in reading order; empty where no name was found anywhere. */
  readonly blocks: ReturnType<typeof createPageReading>['blocks'];
  /** Reads a page, too, that has nothing to show: somebody asks what it mentions. Resolves when it is read, or is not going to be. */
  readAll(): Promise<void>;
  /** The article's text with what was found in it; empty as long as the page is not read. */
  readArticle(): ArticleBlock[];
  /** Follows a changed setting at once; nothing is read again. */
  apply(choices: PageChoices): void;
}

export function startPageSession(options: SessionOptions): PageSession {
  const { view, finders, onPainted } = options;
  const document = view.document;
  const leaving = new AbortController();
  const signal = AbortSignal.any([options.signal, leaving.signal]);
  const shadowRoots = new Set<ShadowRoot>();
  let choices = options.choices;
  let painter: PagePainter | undefined;
  let judging: Judging | undefined;
  let isAllWanted = false;
  let allRead: Promise<void> | undefined;
  let setAllRead: (() => void) | undefined;
  let isWorking = false;
  let isRepaintDue = false;
  let hadRootless = false;
  let nextTurnAt = 0;

  const watcher = watchChanges({
    view,
    standsAlone: (element) => !isInlineElement(element),
    onRecords: (records) => painter?.noteChanges(records),
    onPending: () => void work(),
    signal,
  });
  const plan = createPaintPlan({
    judge: () => judging?.judge as Judge,
    painter: () => painter,
    view,
    onHidden: (e) => appearance.watch(e),
  });
  const reading = createPageReading({
    document,
    finders,
    onRoot(root) {
      // What an instance of ours that can no longer run has left in there; a root that we know holds only our own.
      if (!shadowRoots.has(root)) unwrapLeftMarks(root);
      shadowRoots.add(root);
      watcher.observe(root);
    },
    onRemoved: (blocks) => plan.remove(blocks),
  });
  const appearance = watchAppearance({
    view,
    onVisible: () => repaint(),
    onToneChange() {
      plan.forgetPainted();
      repaint();
    },
    signal,
  });

  async function makePainter(): Promise<PagePainter | undefined> {
    const isPossible = 'highlights' in view.CSS && 'Highlight' in view;
    const given = { view, shadowRoots: () => [...shadowRoots].filter((root) => root.host.isConnected) };
    if (isPossible && choices.painter !== 'mark-element') return createCustomHighlightPainter(given);
    // Out of reach (the extension is going): the page stays as it is.
    const create = await options.loadMarkElementPainter().catch(() => undefined);
    return create?.({ ...given, unobserved: (run) => watcher.unobserved(run) });
  }

  function apply(next: PageChoices): void {
    const isOtherPainter = next.painter !== choices.painter;
    choices = next;
    if (isOtherPainter) {
      plan.clear();
      painter = undefined;
    }
    repaint();
  }

  function repaint(): void {
    isRepaintDue = true;
    void work();
  }

  /** One pass at a time; what comes meanwhile is taken by the next round of the loop. */
  async function work(): Promise<void> {
    if (isWorking || signal.aborted) return;
    isWorking = true;
    try {
      while (watcher.hasPending || isRepaintDue) {
        // A reader who has just changed a setting is waiting for it, in every open tab; a page that has changed is not.
        if (!isRepaintDue && !(await waitForIdle(view, signal))) return;
        painter ??= await makePainter();
        if (!painter) return;
        if (painter.changesPage && !(await waitForLoad(view, signal))) return;
        if (watcher.hasPending && !isRepaintDue && !(await waitForTurn())) return;
        isRepaintDue = false;
        if (isClobbered(document) || [...shadowRoots].some(isClobbered)) {
          leave();
          return;
        }
        if (!(await takeTurn(watcher.take()))) return;
      }
    } finally {
      isWorking = false;
    }
  }

  /** For as long as the page stands: what of it is painted goes, and nothing is read any more. */
  function leave(): void {
    leaving.abort();
    onPainted([]);
  }

  /** Most pages hold no name: they are only gone through. Returns false when the signal stopped it. */
  async function takeTurn(places: readonly Node[]): Promise<boolean> {
    let workMs = 0;
    // Whoever asks while a turn is under way is answered by the next one: this one may have left the page unread.
    const tellRead = setAllRead;
    if (finders.bringNames && places.length > 0) {
      const bringing = finders.bringNames(reading.listRoots(places));
      // Out of reach (the extension is going): the page is read with the names that are here.
      workMs += await bringing.catch(() => 0);
      if (signal.aborted) return false;
    }
    if (reading.blocks.length === 0) {
      const scan = await runInSlices(reading.scan(places, isAllWanted), signal);
      workMs += scan.workMs;
      if (scan.result === true) judging ??= await options.loadJudging().catch(() => undefined);
      // Out of reach (the extension is going), or nothing to show: the page stays unread.
      if (scan.result !== true || !judging) places = [];
    }
    const turn = await runInSlices(pass(places), signal);
    workMs += turn.workMs;
    const restMs = Math.min(longestRestMs, workMs * restShare);
    nextTurnAt = performance.now() + Math.max(shortestTurnMs, restMs);
    tellRead?.();
    return turn.isDone;
  }

  /** A page that never stops changing is followed at a pace at which our share of its time stays small. */
  async function waitForTurn(): Promise<boolean> {
    const wait = nextTurnAt - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return !signal.aborted;
  }

  function* pass(places: readonly Node[]): Generator<undefined, void> {
    if (places.length > 0 || reading.blocks.length > 0) {
      yield* reading.readPlaces(places, (text) => judging?.findTraces(text) ?? []);
    }
    if (painter?.restore()) yield* plan.paint(reading.blocks, choices);
    else plan.clear();
    findNewRoots();
    if (!signal.aborted) onPainted(plan.items);
  }

  /** A custom element that is defined late gets its shadow root without any record of it. */
  function findNewRoots(): void {
    const wasRootless = hadRootless;
    hadRootless = hasRootlessCustomElements(document);
    if (!wasRootless && !hadRootless) return;
    for (const root of findShadowRoots(document)) {
      if (!shadowRoots.has(root)) watcher.addPlace(root.host);
    }
  }

  function checkLater(waits: readonly number[], check: () => void): void {
    const timers = waits.map((wait) => setTimeout(() => !signal.aborted && check(), wait));
    signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  }

  signal.addEventListener('abort', () => plan.clear());
  watcher.observe(document);
  watcher.addPlace(document.body ?? document);
  checkLater(upgradeChecksMs, findNewRoots);
  checkLater(restoreChecksMs, () => painter?.restore());

  return {
    get painter() {
      return painter;
    },
    get items() {
      return plan.items;
    },
    get found() {
      return plan.listFound();
    },
    get blocks() {
      return reading.blocks;
    },
    readAll() {
      if (allRead) return allRead;
      if (reading.blocks.length > 0) return Promise.resolve();
      isAllWanted = true;
      allRead = new Promise((resolve) => {
        setAllRead = resolve;
        // Somebody is waiting: neither for an idle moment nor for our turn.
        isRepaintDue = true;
        watcher.addPlace(document.body ?? document);
      });
      return allRead;
    },
    readArticle: () => judging?.readArticle({ blocks: reading.blocks, found: plan.listFound() }) ?? [],
    apply,
  };
}
