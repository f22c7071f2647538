import type { CardFrame } from './card-frame.ts';

/** So long a card must have stood as it does, wholly on top, before what is pressed in it counts. */
const steadyMs = 500;
const lookMs = 100;
/** A page that lies over the card again and again, or takes it away, has won: the card goes. */
const mostRaises = 5;

export interface CoverWatch {
  /** Whether nothing of the page's has lain over the card, and it has stood where it is, for long enough. */
  isClear(): boolean;
}

/**
 * Watches what a page can lay over the card, and raises the card above it. Elements of the top layer lie in the order in which they
 * were opened, so what was there when the card was raised lies below it. Chromium judges in the frame, too (`ui/watch-sight.ts`).
 */
export function watchCover(
  box: CardFrame,
  contextElement: Element,
  onBeaten: () => void,
  signal: AbortSignal,
): CoverWatch {
  const document = contextElement.ownerDocument;
  let below = new Set(listTopLayer(document));
  let seen = '';
  let steadySince = performance.now();
  let raises = 0;

  const raise = (over: readonly Element[]) => {
    box.raise();
    below = new Set(over);
  };
  /** @param isThorough before something is done: then all is looked at, and the card lies over it from then on */
  const look = (isThorough: boolean) => {
    if (signal.aborted) return;
    // The page has taken it off its place.
    if (!box.isShown()) return onBeaten();
    const now = performance.now();
    const top = isThorough ? listTopLayerDeep(document) : listTopLayer(document);
    const above = top.filter((element) => !below.has(element) && !holds(element, box.frame));
    const place = box.frame.getBoundingClientRect();
    const state = `${place.x} ${place.y} ${place.width} ${place.height}`;
    if (above.length > 0 || state !== seen || isInTransition(document) || isVeiled(box.frame))
      steadySince = now;
    seen = state;
    if (above.some((element) => meets(element.getBoundingClientRect(), place))) {
      raises += 1;
      if (raises > mostRaises) onBeaten();
      else raise(top);
    } else if (isThorough && above.length > 0) raise(top);
  };
  // What is opened anew lies on top again, even if it was below before.
  const noteToggle = ({ target }: Event) => {
    if (target instanceof Element) below.delete(target);
    look(false);
  };
  const timer = setInterval(() => look(false), lookMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  for (const type of ['toggle', 'fullscreenchange'])
    document.addEventListener(type, noteToggle, { capture: true, signal });
  look(false);
  return {
    isClear() {
      look(true);
      return performance.now() - steadySince >= steadyMs;
    },
  };
}

const topLayerSelector = ':popover-open, dialog:modal, :fullscreen';

function listTopLayer(document: Document): Element[] {
  return [...document.querySelectorAll(topLayerSelector)];
}

/** Also what is inside the page's own open shadow roots, which takes a walk through the page. */
function listTopLayerDeep(root: Document | ShadowRoot): Element[] {
  const found = [...root.querySelectorAll(topLayerSelector)];
  for (const element of root.querySelectorAll('*')) {
    const inner = rootOf(element);
    if (inner) found.push(...listTopLayerDeep(inner));
  }
  return found;
}

function rootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? element.shadowRoot;
}

/** Whether the card is inside the element, as in a dialog in which its term is, or is shown by it. */
function holds(element: Element, frame: Element): boolean {
  for (
    let node: Node | null = frame;
    node !== null;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  )
    if (node === element) return true;
  return false;
}

/** Chromium knows what is drawn of the frame, and says so in it (`ui/watch-sight.ts`); there no filter reaches the top layer. */
const vouches = 'isVisible' in IntersectionObserverEntry.prototype;
/** Filters that leave everything to be read; some pages and extensions make pages dark by them. */
const harmlessFilter =
  /^(?:none|(?:(?:invert\(1\)|hue-rotate\([^)]*\)|grayscale\([^)]*\)|sepia\([^)]*\))\s*)+)$/;

/** Whether the page keeps the card from being drawn: by what is around it, or, in Firefox, by a filter of the document's element. */
function isVeiled(frame: Element): boolean {
  const { documentElement } = frame.ownerDocument;
  return (
    !frame.checkVisibility({ visibilityProperty: true }) ||
    (!vouches && !harmlessFilter.test(getComputedStyle(documentElement).filter))
  );
}

function meets(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** A view transition draws a picture of the page over everything. */
function isInTransition(document: Document): boolean {
  return (
    CSS.supports('selector(:active-view-transition)') &&
    document.documentElement.matches(':active-view-transition')
  );
}
