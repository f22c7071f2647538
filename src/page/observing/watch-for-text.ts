import type { TextVerdict } from '../../contracts/messages.ts';
import { runToCompletion } from '../../matching/text/run-to-completion.ts';
import { findShadowRoots } from '../dom/shadow-roots.ts';
import { blockContainerOf } from '../reading/block-container.ts';
import { extractText } from '../reading/extract-text.ts';
import { isReadableFrame, minCharacters } from '../reading/readable-frame.ts';
import { isInlineElement } from '../reading/text-flow.ts';
import { checkLater } from './check-later.ts';
import { DiscoveredRoots, upgradeChecksMs } from './discovered-roots.ts';
import { RetrySchedule } from './retry-schedule.ts';
import { waitForIdle } from './slice-work.ts';
import { UpdateThrottle } from './update-throttle.ts';
import { watchChanges } from './watch-changes.ts';

export interface WatchForTextOptions {
  readonly win: Window & typeof globalThis;
  /** Resolves when the background has said what the text could hold. */
  readonly ask: (text: string) => Promise<TextVerdict>;
  /** The page was read just now and has nothing to show: only what changes from now on is asked about. */
  readonly isAsked?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Resolves when the page may have something to show, at once or when it has changed, or when Sidelight turns out to be off here.
 * Of a page at rest nothing is asked; of one that changes only the text of what has changed.
 */
export function watchForText(options: WatchForTextOptions): Promise<Exclude<TextVerdict, 'nothing'>> {
  return new Promise((resolve) => new TextWatch(options, resolve));
}

/** Characters of one message: carrying more holds up the page for longer than a frame. */
const maxPieceLength = 300_000;
/** The pieces of a longer text overlap, so that no name or printing of a statement is cut in two. */
const overlap = 5_000;

class TextWatch {
  readonly #options: WatchForTextOptions;
  readonly #onEnd: (verdict: Exclude<TextVerdict, 'nothing'>) => void;
  readonly #done = new AbortController();
  readonly #signal: AbortSignal;
  readonly #roots: DiscoveredRoots;
  readonly #changes: ReturnType<typeof watchChanges>;
  readonly #throttle = new UpdateThrottle();
  readonly #retrySchedule = new RetrySchedule();
  #isWorking = false;
  #isExpectingUpgrades = false;
  /** Until the whole page has been asked about, no part of it is asked about alone. */
  #isWholeDue = true;

  constructor(options: WatchForTextOptions, onEnd: (verdict: Exclude<TextVerdict, 'nothing'>) => void) {
    const { win } = options;
    this.#options = options;
    this.#onEnd = onEnd;
    this.#signal = AbortSignal.any([options.signal, this.#done.signal]);
    this.#roots = new DiscoveredRoots(win.document);
    this.#changes = watchChanges({
      win,
      isSelfContained: (element) => !isInlineElement(element),
      onRecords: () => undefined,
      onPending: () => void this.#work(),
      signal: this.#signal,
    });
    this.#changes.observe(win.document);
    this.#isWholeDue = options.isAsked !== true;
    if (!this.#isWholeDue) this.#listRoots(win.document);
    // A frame that was too small to be read may grow.
    win.addEventListener('resize', () => this.#isWholeDue && void this.#work(), { signal: this.#signal });
    void this.#work();
  }

  async #work(): Promise<void> {
    const { win } = this.#options;
    const signal = this.#signal;
    if (this.#isWorking || signal.aborted) return;
    this.#isWorking = true;
    try {
      do {
        if (!(await waitForIdle(win, signal)) || !(await this.#throttle.waitForUpdate(signal))) return;
        const begin = performance.now();
        const text = this.#extractText(this.#changes.drain());
        this.#throttle.noteUpdate(performance.now() - begin);
        this.#expectUpgrades();
        if (text && !(await this.#ask(text))) return;
      } while (this.#changes.hasPending);
    } finally {
      this.#isWorking = false;
    }
  }

  /** The text of the changed places; of the whole page as long as that was not taken. Empty where there is nothing to ask. */
  #extractText(changed: readonly Node[]): string {
    const { document } = this.#options.win;
    if (!isReadableFrame(this.#options.win) || this.#roots.isIgnored()) return '';
    const places = this.#isWholeDue ? [document.body] : changed.map(blockContainerOf);
    let text = '';
    for (const place of places) {
      if (!isTree(place)) continue;
      // Blocks of different trees never run together.
      text += `${extractText(place)}\n`;
      for (const root of this.#listRoots(place)) text += `${extractText(root)}\n`;
    }
    const { length } = text.trim();
    if (length < (this.#isWholeDue ? minCharacters(this.#options.win) : 1)) return '';
    this.#isWholeDue = false;
    return text;
  }

  /** The shadow roots in a place, which are watched from now on. */
  #listRoots(place: ParentNode): ShadowRoot[] {
    const roots = runToCompletion(findShadowRoots(place));
    for (const root of roots) {
      this.#roots.add(root);
      this.#changes.observe(root);
    }
    return roots;
  }

  /** Returns whether to go on watching. */
  async #ask(text: string): Promise<boolean> {
    const { win } = this.#options;
    const verdict = await this.#askInPieces(text).catch(() => undefined);
    if (this.#signal.aborted) return false;
    if (verdict === undefined) {
      // Out of reach: while a browser starts, or while the extension is being updated, or for good.
      if (!(await this.#retrySchedule.wait(win, this.#signal))) return false;
      this.#isWholeDue = true;
      this.#changes.addPlace(win.document);
      return true;
    }
    this.#retrySchedule.noteAnswer();
    if (verdict === 'nothing') return true;
    this.#done.abort();
    this.#onEnd(verdict);
    return false;
  }

  async #askInPieces(text: string): Promise<TextVerdict> {
    let verdict: TextVerdict = 'nothing';
    for (let from = 0; from < text.length && verdict === 'nothing'; from += maxPieceLength) {
      verdict = await this.#options.ask(text.slice(from, from + maxPieceLength + overlap));
    }
    return verdict;
  }

  /** Looks again, later, where a custom element may yet get its shadow root: most pages have none, and timers cost every page. */
  #expectUpgrades(): void {
    if (this.#isExpectingUpgrades || !this.#roots.noteUndefined()) return;
    this.#isExpectingUpgrades = true;
    checkLater(
      upgradeChecksMs,
      () => {
        for (const root of this.#roots.findNew()) this.#changes.addPlace(root.host);
      },
      this.#signal,
    );
  }
}

function isTree(node: Node): node is Element | DocumentFragment {
  return 'querySelectorAll' in node;
}
