import type { ObservableBoxes } from '../dom/element-layout.ts';
import { shadowHostOf } from '../dom/flat-tree.ts';
import { reattachListeners } from '../dom/reattach-listeners.ts';

export interface AppearanceWatcher {
  /** The boxes around all text whose looks matter from now on; with none nothing is listened to. */
  watch(boxes: readonly ObservableBoxes[]): void;
}

export interface AppearanceOptions {
  readonly win: Window & typeof globalThis;
  /** What is watched may look different now: hidden, shown, on another ground. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/** Several events tell of one change; they are answered together. */
const debounceMs = 100;
/** A page that changes attributes for ever (a clock, an animation by script) is asked less and less often, down to this. */
const maxDebounceMs = 2_000;

/** What no record tells of: menus that open under the pointer or the focus, boxes that are ticked, ends of what glides. */
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
 * Hears when text appears or disappears and when its colours turn, without asking again and again: a page at rest costs nothing.
 * What it hears is only a reason to look; whether anything has changed is for layout to say.
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
  /** How often attributes alone have been a reason to look, since anything else was. */
  #attributeRounds = 0;

  constructor(options: AppearanceOptions) {
    const { win, signal } = options;
    this.#options = options;
    this.#attributes = new win.MutationObserver(() => this.#observeAttributes());
    // What begins to be displayed gets a size. What flows in a line never has one for this observer: its block has.
    this.#sizes = new win.ResizeObserver(() => this.#soon(debounceMs));
    // What flows in a line, and what the boxes around it cut off. With this margin scrolling the page changes nothing.
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
      // Events of a shadow tree that are not composed end at its root.
      if (root === this.#options.win.document || this.#observedRoots.has(root)) continue;
      this.#observedRoots.add(root);
      this.#listen(root, [...readerEvents, ...pageEvents]);
    }
  }

  // One function for all: a listener that is already there is not added twice.
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
      // Nobody sees a page in a hidden tab: it is looked at when it comes back.
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

/** What goes on being observed is left alone: each beginning has the observer report once. */
function observeOnly(
  observer: ResizeObserver | IntersectionObserver,
  before: ReadonlySet<Element>,
  after: ReadonlySet<Element>,
): void {
  for (const element of before) if (!after.has(element)) observer.unobserve(element);
  for (const element of after) if (!before.has(element)) observer.observe(element);
}

/** The roots of boxes and of everything around them; without boxes none. */
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
