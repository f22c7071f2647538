import { findNames } from '../settings/mark-names.ts';
import { createDiv } from './create-div.ts';
import { baseStyles, colorSchemeOf, type Theme, tokens } from './tokens.ts';

/** The box in the page that holds a card: there only while one is open. */
export interface CardPopover {
  readonly root: ShadowRoot;
  /** The element that is placed; everything drawn goes inside it. */
  readonly box: HTMLElement;
  /** Whether an event, as the page sees it, comes from inside. */
  contains(event: Event): boolean;
  hasFocus(): boolean;
  /** False once the page has hidden the box or taken it away, by itself or by beginning its document anew. */
  isShown(): boolean;
  setTheme(theme: Theme): void;
  remove(): void;
}

/*
 * `!important` in `:host` wins over the page's `!important` (the inner context wins, CSS Cascade 4, 6.1), so neither
 * `* { display: none !important }` on popovers nor any other rule of the page reaches the box. It has no size of
 * its own: what is placed is fixed, and a page that measures the host learns only that a card is open.
 *
 * In Firefox alone the box is shown by `marks.css`: there a script is destroyed at once when its extension is switched off or
 * removed, and only what goes with the extension can take an open card away (docs/browser-bugs.md).
 */
const hostStyles = `
  :host {
    all: initial !important;
    position: fixed !important;
    inset: 0 auto auto 0 !important;
    width: 0 !important;
    height: 0 !important;
    overflow: visible !important;
    display: block !important;
  }
  /* Fixed boxes are printed on every sheet of paper. */
  @media print {
    :host { display: none !important }
  }
  .box { ${tokens} }
  @supports (-moz-appearance: none) {
    .box { display: none }
  }
  ${baseStyles}
`;

const sheets = new Map<string, CSSStyleSheet>();

/** Each kept for the next card: the browser reads and sorts the rules of a new sheet anew, some 5 ms. */
function findSheet(styles: string): CSSStyleSheet {
  const known = sheets.get(styles);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  sheets.set(styles, sheet);
  return sheet;
}

/** Opens an empty popover in the top layer, where `contextElement` says that the reader is. */
export function openCardPopover(contextElement: Element, styles: string, signal: AbortSignal): CardPopover {
  const host = createDiv(contextElement.ownerDocument);
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [findSheet(hostStyles + styles)];
  const box = createDiv(host.ownerDocument);
  box.className = `box ${findNames(globalThis)('shown')}`;
  root.append(box);
  host.popover = 'manual';

  // A page of the extension goes with it, and takes its cards along: there nothing else has to show the box.
  if (host.ownerDocument.location.protocol === 'moz-extension:') box.style.display = 'block';
  moveHome(host, box, contextElement);
  // The reader's own default size; the page's `rem` may be anything.
  box.style.setProperty('--rem', getComputedStyle(host).fontSize);
  keepAtHome(host, box, contextElement, signal);
  return {
    root,
    box,
    contains: (event) => event.composedPath().includes(host),
    hasFocus: () => root.activeElement !== null,
    isShown: () => host.isConnected && host.matches(':popover-open'),
    setTheme: (theme) => box.style.setProperty('color-scheme', colorSchemeOf(theme)),
    remove: () => host.remove(),
  };
}

/**
 * Under a page's modal dialog everything outside it is inert, under its fullscreen element invisible; so the host
 * goes inside whichever holds the term, and otherwise to the end of the document element.
 */
function findHome(contextElement: Element): Element {
  for (let element: Element | null = contextElement; element !== null; element = parentAcrossRoots(element)) {
    if (element.matches(':modal, :fullscreen')) return element;
  }
  const page = contextElement.ownerDocument;
  const { fullscreenElement } = page;
  // A video or frame in fullscreen draws no children; the card then waits outside like the rest of the page.
  if (fullscreenElement !== null && !fullscreenElement.matches('video, iframe, canvas, img'))
    return fullscreenElement;
  return [...page.querySelectorAll('dialog:modal')].at(-1) ?? page.documentElement;
}

function parentAcrossRoots(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

function moveHome(host: HTMLElement, box: HTMLElement, contextElement: Element): void {
  const home = findHome(contextElement);
  const root = box.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const scrolled = box.firstElementChild?.scrollTop ?? 0;
  home.append(host);
  // `html { zoom }` would scale the card and its coordinates; this undoes it, on an element that the page cannot reach.
  box.style.setProperty('zoom', String(1 / (home.currentCSSZoom ?? 1)));
  // Moving an open popover closes it, takes its focus and scrolls it back to its beginning.
  host.showPopover();
  if (scrolled > 0) box.firstElementChild?.scrollTo({ top: scrolled, behavior: 'instant' });
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

/** Follows dialogs that open or close, and fullscreen that begins or ends, for as long as the card is open. */
function keepAtHome(host: HTMLElement, box: HTMLElement, contextElement: Element, signal: AbortSignal): void {
  const followHome = () => {
    if (!host.isConnected || findHome(contextElement) !== host.parentNode)
      moveHome(host, box, contextElement);
  };
  for (const type of ['fullscreenchange', 'close', 'toggle']) {
    host.ownerDocument.addEventListener(type, followHome, { capture: true, signal });
  }
}
