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
  /** Resolves to the background's verdict on the text. */
  readonly ask: (text: string) => Promise<TextVerdict>;
  /** The page was just read and has nothing to show: only later changes are checked. */
  readonly isAsked?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Resolves when the page may have something to show, now or after a change, or when Sidelight is off here. A
 * page at rest sends nothing; one that changes sends only the text of what changed.
 */
export function watchForText(options: WatchForTextOptions): Promise<Exclude<TextVerdict, 'nothing'>> {
  return new Promise((resolve) => new TextWatch(options, resolve));
}

/** Characters of one message: sending more blocks the page for longer than a frame. */
const maxPieceLength = 300_000;
/** Pieces of a longer text overlap, so that no name or quotation is split. */
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
  /** Until the whole page has been checked, its parts are not checked alone. */
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

  /**
   * The text of the changed places, or of the whole page if that has not been sent yet. Empty if there is
   * nothing to check.
   */
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

  /** The shadow roots in a place, which are observed from now on. */
  #listRoots(place: ParentNode): ShadowRoot[] {
    const roots = runToCompletion(findShadowRoots(place));
    for (const root of roots) {
      this.#roots.add(root);
      this.#changes.observe(root);
    }
    return roots;
  }

  /** Returns whether to keep watching. */
  async #ask(text: string): Promise<boolean> {
    const { win } = this.#options;
    const verdict = await this.#askInPieces(text).catch(() => undefined);
    if (this.#signal.aborted) return false;
    if (verdict === undefined) {
      // Unreachable: during the browser's start, an update of the extension, or for good.
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

  /**
   * Checks later for custom elements that get their shadow root late. Only if there are any: most pages have
   * none, and timers would cost every page.
   */
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
