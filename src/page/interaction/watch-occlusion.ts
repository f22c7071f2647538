import { steadyMs } from '../../contracts/card-calls.ts';
import { rootOf } from './box-guard.ts';
import type { CardFrame } from './card-frame.ts';

const checkIntervalMs = 100;
/** A page that lies over the card again and again, or takes it away, has won: the card goes. */
const maxRaises = 5;
const raisesWithinMs = 5_000;

export interface OcclusionWatcher {
  /** Whether nothing of the page's has lain over the card, and it has stood where it is, for long enough. */
  isClear(): boolean;
  /** The browser says, in the card's frame, that something lies over it. */
  noteCovered(): void;
}

/**
 * Watches what a page can lay over the card, and raises the card above it. Elements of the top layer lie in the order in which they
 * were opened, so what was there when the card was raised lies below it. Of an element its own place says nothing: shadows, backdrops and
 * children are drawn outside it. Chromium judges in the frame, too (`ui/card/watch-visibility.ts`).
 */
export function watchOcclusion(
  box: CardFrame,
  contextElement: Element,
  onBeaten: () => void,
  signal: AbortSignal,
): OcclusionWatcher {
  const watch = new TopLayerWatch(box, contextElement, onBeaten, signal);
  watch.listen(contextElement.ownerDocument);
  watch.check(false);
  watch.checkSoon();
  return watch;
}

class TopLayerWatch implements OcclusionWatcher {
  readonly #box: CardFrame;
  readonly #contextElement: Element;
  readonly #onBeaten: () => void;
  readonly #signal: AbortSignal;
  readonly #below: WeakSet<Element>;
  #raisedAt: readonly number[] = [];
  #seen = '';
  #steadySince = performance.now();
  #pauseMs = checkIntervalMs;
  /** The browser has said so, and the card has not been raised since. */
  #isCovered = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What is opened anew lies on top again, even if it was below before. */
  readonly #noteOpened = ({ target }: Event) => {
    if (target instanceof Element) this.#below.delete(target);
    this.check(target instanceof Element && target.getRootNode() !== this.#document);
  };

  constructor(box: CardFrame, contextElement: Element, onBeaten: () => void, signal: AbortSignal) {
    this.#box = box;
    this.#contextElement = contextElement;
    this.#onBeaten = onBeaten;
    this.#signal = signal;
    this.#below = new WeakSet(listTopLayer(this.#document));
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  get #document(): Document {
    return this.#contextElement.ownerDocument;
  }

  isClear(): boolean {
    this.check(true);
    // Between two looks far apart much can happen.
    return performance.now() - this.#steadySince >= Math.max(steadyMs, 2 * this.#pauseMs);
  }

  noteCovered(): void {
    this.#isCovered = true;
    this.check(true);
  }

  /** Twice with the same tree is once. */
  listen(tree: Node): void {
    for (const type of ['toggle', 'fullscreenchange'])
      tree.addEventListener(type, this.#noteOpened, { capture: true, signal: this.#signal });
  }

  checkSoon(): void {
    this.#timer = setTimeout(() => {
      const beganAt = performance.now();
      this.check(!reportsVisibility);
      // A walk through a page of a hundred thousand elements takes a tenth of a second.
      this.#pauseMs = Math.max(checkIntervalMs, 20 * (performance.now() - beganAt));
      if (!this.#signal.aborted) this.checkSoon();
    }, this.#pauseMs);
  }

  /** @param isDeep what is in shadow roots is looked at, too */
  check(isDeep: boolean): void {
    const [box, document] = [this.#box, this.#document];
    if (this.#signal.aborted) return;
    if (!box.isShown()) {
      // The page has taken it off its place.
      this.#onBeaten();
      return;
    }
    box.reparent(this.#contextElement);
    // Moved, it may be lost already.
    if (!box.frame.isConnected) return;
    const { host } = box.frame.getRootNode() as ShadowRoot;
    const top = isDeep ? listTopLayerDeep(document) : listTopLayer(document);
    const above = top.filter((element) => element !== host && !this.#below.has(element));
    const place = box.frame.getBoundingClientRect();
    const state = `${place.x} ${place.y} ${place.width} ${place.height}`;
    const isCovered = this.#isCovered || above.length > 0;
    if (isCovered || state !== this.#seen || isInTransition(document) || isObscured(box))
      this.#steadySince = performance.now();
    this.#seen = state;
    if (!isCovered) return;
    // What the browser has seen may be the backdrop of something small, of which nothing is seen.
    this.#raise(
      top,
      above.some((element) => intersects(element.getBoundingClientRect(), place)),
    );
  }

  /** @param isHidden what it is raised over lies over it, and not only perhaps */
  #raise(over: readonly Element[], isHidden: boolean): void {
    const now = performance.now();
    this.#raisedAt = this.#raisedAt.filter((at) => now - at < raisesWithinMs);
    if (this.#raisedAt.length >= maxRaises) {
      // Where it may be seen all the same it stays, and nothing counts.
      if (isHidden) this.#onBeaten();
      return;
    }
    this.#raisedAt = [...this.#raisedAt, now];
    this.#isCovered = false;
    this.#box.raise();
    for (const element of over) {
      this.#below.add(element);
      // What happens inside a component is not told outside it.
      this.listen(element.getRootNode());
    }
  }
}

const topLayerSelector = ':popover-open, dialog:modal, :fullscreen';

function listTopLayer(document: Document): Element[] {
  return [...document.querySelectorAll(topLayerSelector)];
}

/** Also what is inside the page's own shadow roots, which takes a walk through the page. */
function listTopLayerDeep(root: Document | ShadowRoot): Element[] {
  const found = [...root.querySelectorAll(topLayerSelector)];
  for (const element of root.querySelectorAll('*')) {
    const inner = rootOf(element);
    if (inner) found.push(...listTopLayerDeep(inner));
  }
  return found;
}

/** Chromium knows what is drawn of the frame, and says so in it (`ui/card/watch-visibility.ts`); there no filter reaches the top layer. */
const reportsVisibility = 'isVisible' in IntersectionObserverEntry.prototype;
/** Filters that leave everything to be read; some pages and extensions make pages dark by them. */
const harmlessFilter =
  /^(?:none|(?:(?:invert\(1\)|hue-rotate\([^)]*\)|grayscale\([^)]*\)|sepia\([^)]*\))\s*)+)$/;

/** Whether the page keeps the card from being drawn: by what is around it or, in Firefox, in it, or by a filter of the document's element. */
function isObscured({ frame, isUntouched }: CardFrame): boolean {
  const { documentElement } = frame.ownerDocument;
  return (
    !isUntouched() ||
    !frame.checkVisibility({ visibilityProperty: true }) ||
    (!reportsVisibility && !harmlessFilter.test(getComputedStyle(documentElement).filter))
  );
}

function intersects(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** A view transition draws a picture of the page over everything. */
function isInTransition(document: Document): boolean {
  return (
    CSS.supports('selector(:active-view-transition)') &&
    document.documentElement.matches(':active-view-transition')
  );
}
