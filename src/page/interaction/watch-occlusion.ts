import { steadyMs } from '../../contracts/card-calls.ts';
import { rootOf } from './box-guard.ts';
import type { CardFrame } from './card-frame.ts';

const checkIntervalMs = 100;
/** A page that keeps covering or removing the card wins: the card closes. */
const maxRaises = 5;
const raisesWithinMs = 5_000;

export interface OcclusionWatcher {
  /** Whether nothing of the page has covered the card, and it has been in place, for long enough. */
  isClear(): boolean;
  /** The browser reports, in the card's frame, that something covers it. */
  noteCovered(): void;
}

/**
 * Watches for what a page lays over the card, and raises the card above it. Top layer elements are stacked in
 * the order in which they were opened, so everything that was open when the card was raised is below it. An
 * element's own box is not enough: shadows, backdrops and children are drawn outside it. In Chromium the
 * frame checks, too (`ui/card/watch-visibility.ts`).
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
  /** The browser has reported it, and the card has not been raised since. */
  #isCovered = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reopening an element puts it on top again. */
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
    // Much can happen between two checks that are far apart.
    return performance.now() - this.#steadySince >= Math.max(steadyMs, 2 * this.#pauseMs);
  }

  noteCovered(): void {
    this.#isCovered = true;
    this.check(true);
  }

  /** Repeated calls with the same tree have no effect. */
  listen(tree: Node): void {
    for (const type of ['toggle', 'fullscreenchange'])
      tree.addEventListener(type, this.#noteOpened, { capture: true, signal: this.#signal });
  }

  checkSoon(): void {
    this.#timer = setTimeout(() => {
      const beganAt = performance.now();
      this.check(!reportsVisibility);
      // Walking a page of a hundred thousand elements takes a tenth of a second.
      this.#pauseMs = Math.max(checkIntervalMs, 20 * (performance.now() - beganAt));
      if (!this.#signal.aborted) this.checkSoon();
    }, this.#pauseMs);
  }

  /** @param isDeep whether to check inside shadow roots, too */
  check(isDeep: boolean): void {
    const [box, document] = [this.#box, this.#document];
    if (this.#signal.aborted) return;
    if (!box.isShown()) {
      // The page has moved it.
      this.#onBeaten();
      return;
    }
    box.reparent(this.#contextElement);
    // Moving it may have lost it already.
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
    // The browser may have seen the backdrop of something small that is itself invisible.
    this.#raise(
      top,
      above.some((element) => intersects(element.getBoundingClientRect(), place)),
    );
  }

  /** @param isHidden whether what it is raised over certainly covers it */
  #raise(over: readonly Element[], isHidden: boolean): void {
    const now = performance.now();
    this.#raisedAt = this.#raisedAt.filter((at) => now - at < raisesWithinMs);
    if (this.#raisedAt.length >= maxRaises) {
      // If it may still be visible, it stays, but presses do not count.
      if (isHidden) this.#onBeaten();
      return;
    }
    this.#raisedAt = [...this.#raisedAt, now];
    this.#isCovered = false;
    this.#box.raise();
    for (const element of over) {
      this.#below.add(element);
      // Events inside a component do not reach listeners outside it.
      this.listen(element.getRootNode());
    }
  }
}

const topLayerSelector = ':popover-open, dialog:modal, :fullscreen';

function listTopLayer(document: Document): Element[] {
  return [...document.querySelectorAll(topLayerSelector)];
}

/** Also finds elements inside the page's own shadow roots, which requires walking the page. */
function listTopLayerDeep(root: Document | ShadowRoot): Element[] {
  const found = [...root.querySelectorAll(topLayerSelector)];
  for (const element of root.querySelectorAll('*')) {
    const inner = rootOf(element);
    if (inner) found.push(...listTopLayerDeep(inner));
  }
  return found;
}

/**
 * Chromium knows what is drawn of the frame, and reports it there (`ui/card/watch-visibility.ts`); there no
 * filter applies to the top layer.
 */
const reportsVisibility = 'isVisible' in IntersectionObserverEntry.prototype;
/** Filters that leave everything readable; some pages and extensions darken pages with them. */
const harmlessFilter =
  /^(?:none|(?:(?:invert\(1\)|hue-rotate\([^)]*\)|grayscale\([^)]*\)|sepia\([^)]*\))\s*)+)$/;

/**
 * Whether the page prevents the card from being drawn: by what is around it, in Firefox by what is in it, or
 * by a filter on the root element.
 */
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

/** A view transition draws a snapshot of the page over everything. */
function isInTransition(document: Document): boolean {
  return (
    CSS.supports('selector(:active-view-transition)') &&
    document.documentElement.matches(':active-view-transition')
  );
}
