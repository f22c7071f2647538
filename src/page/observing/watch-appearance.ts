import type { ObservableBoxes } from '../dom/element-layout.ts';
import { shadowHostOf } from '../dom/flat-tree.ts';
import { reattachListeners } from '../dom/reattach-listeners.ts';

export interface AppearanceWatcher {
  /**
   * Sets the boxes around all text whose appearance matters from now on; with none, no listeners are
   * attached.
   */
  watch(boxes: readonly ObservableBoxes[]): void;
}

export interface AppearanceOptions {
  readonly win: Window & typeof globalThis;
  /** Something watched may look different now: hidden, shown, on another background. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/** One change causes several events, handled together. */
const debounceMs = 100;
/**
 * A page that changes attributes endlessly (a clock, a scripted animation) is checked less and less often,
 * down to this.
 */
const maxDebounceMs = 2_000;

/** Changes without a mutation record: menus that open on hover or focus, ticked boxes, ends of transitions. */
const readerEvents = [
  'pointerover',
  'pointerout',
  'focusin',
  'focusout',
  'click',
  'input',
  'change',
  'toggle',
  'beforematch',
];
const pageEvents = [
  'transitionend',
  'animationstart',
  'animationend',
  'contentvisibilityautostatechange',
  'slotchange',
  'load',
  'visibilitychange',
];
const viewEvents = ['resize', 'hashchange', 'pageshow'];

/**
 * Watches for text that appears or disappears and for changes of its colours, without polling: an idle page
 * costs nothing. An event is only a reason to check; layout says whether anything has changed.
 */
export function watchAppearance(options: AppearanceOptions): AppearanceWatcher {
  return new Watcher(options);
}

class Watcher implements AppearanceWatcher {
  readonly #options: AppearanceOptions;
  readonly #attributes: MutationObserver;
  readonly #sizes: ResizeObserver;
  readonly #cuts: IntersectionObserver;
  #boxes: readonly ObservableBoxes[] = [];
  #roots = new Set<Node>();
  readonly #observedRoots = new WeakSet<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = 0;
  /** Consecutive checks for which attributes were the only reason. */
  #attributeRounds = 0;

  constructor(options: AppearanceOptions) {
    const { win, signal } = options;
    this.#options = options;
    this.#attributes = new win.MutationObserver(() => this.#observeAttributes());
    // Content that becomes displayed gets a size. Inline boxes never have one for this observer; their block
    // has.
    this.#sizes = new win.ResizeObserver(() => this.#soon(debounceMs));
    // Inline boxes, and what their ancestors clip. With this margin scrolling the page changes nothing.
    this.#cuts = new win.IntersectionObserver(() => this.#soon(debounceMs), {
      rootMargin: '1000000px',
      threshold: [0, 0.25, 0.5, 0.75, 1],
    });
    this.#listen(win.matchMedia('(prefers-color-scheme: dark)'), ['change']);
    const listen = () => {
      this.#listen(win.document, [...readerEvents, ...pageEvents]);
      this.#listen(win, viewEvents);
    };
    reattachListeners(win.document, listen, signal);
    signal.addEventListener('abort', () => this.#stop());
  }

  watch(boxes: readonly ObservableBoxes[]): void {
    if (this.#options.signal.aborted) return;
    observeOnly(this.#cuts, ownOf(this.#boxes), ownOf(boxes));
    observeOnly(this.#sizes, blocksOf(this.#boxes), blocksOf(boxes));
    this.#boxes = boxes;
    this.#observeRoots(rootsAround(boxes, this.#options.win.document));
  }

  #observeRoots(roots: Set<Node>): void {
    if (roots.size === this.#roots.size && [...roots].every((root) => this.#roots.has(root))) return;
    this.#roots = roots;
    this.#attributes.disconnect();
    for (const root of roots) {
      this.#attributes.observe(root, { attributes: true, subtree: true });
      // Events that are not composed end at the root of their shadow tree.
      if (root === this.#options.win.document || this.#observedRoots.has(root)) continue;
      this.#observedRoots.add(root);
      this.#listen(root, [...readerEvents, ...pageEvents]);
    }
  }

  // One function for all: adding the same listener again has no effect.
  readonly #handleEvent = (): void => {
    this.#attributeRounds = 0;
    this.#soon(debounceMs);
  };

  #observeAttributes(): void {
    if (this.#timer !== undefined) return;
    this.#soon(Math.min(maxDebounceMs, debounceMs * 2 ** this.#attributeRounds));
    this.#attributeRounds += 1;
  }

  #listen(target: EventTarget, names: readonly string[]): void {
    const { signal } = this.#options;
    for (const name of names)
      target.addEventListener(name, this.#handleEvent, { capture: true, passive: true, signal });
  }

  #soon(waitMs: number): void {
    const { win, onChange, signal } = this.#options;
    if (this.#boxes.length === 0 || signal.aborted) return;
    const at = performance.now() + waitMs;
    if (this.#timer !== undefined && this.#dueAt <= at) return;
    clearTimeout(this.#timer);
    this.#dueAt = at;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // A hidden tab is checked when it becomes visible.
      if (win.document.visibilityState === 'visible') onChange();
    }, waitMs);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const observer of [this.#attributes, this.#sizes, this.#cuts]) observer.disconnect();
  }
}

const ownOf = (boxes: readonly ObservableBoxes[]) => new Set(boxes.map(({ own }) => own));
const blocksOf = (boxes: readonly ObservableBoxes[]) => new Set(boxes.map(({ block }) => block));

/** Keeps existing observations: each new one makes the observer report once. */
function observeOnly(
  observer: ResizeObserver | IntersectionObserver,
  before: ReadonlySet<Element>,
  after: ReadonlySet<Element>,
): void {
  for (const element of before) if (!after.has(element)) observer.unobserve(element);
  for (const element of after) if (!before.has(element)) observer.observe(element);
}

/** The roots of the boxes and of their ancestors; none without boxes. */
function rootsAround(boxes: readonly ObservableBoxes[], document: Document): Set<Node> {
  const roots = new Set<Node>();
  for (const { own } of boxes) {
    for (let root = own.getRootNode(); !roots.has(root); ) {
      roots.add(root);
      root = shadowHostOf(root)?.getRootNode() ?? root;
    }
  }
  if (roots.size > 0) roots.add(document);
  return roots;
}
