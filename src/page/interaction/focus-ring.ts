import { createHtml } from '../dom/create-html.ts';
import styles from './focus-ring.css?inline';

/** Space between text and ring, so that the ring does not touch the letters. */
const gapPx = 3;

/**
 * In Firefox the style sheet of the marks (`assets/marks.css`) shows the ring: a script that is destroyed
 * with its extension cannot remove it (docs/browser-bugs.md).
 */
const goesWithStyles = import.meta.env.MODE === 'firefox';

export interface FocusRingOptions {
  readonly win: Window & typeof globalThis;
  /** The name of something of ours in this document. */
  readonly nameOf: (word: string) => string;
  /** Boxes of the current mention, read in each frame while the ring is shown. */
  readonly rects: () => readonly DOMRect[];
  /** The reader has moved on to something else. */
  readonly onLeave: () => void;
  readonly signal: AbortSignal;
}

export interface FocusRing {
  /** Draws the ring around the current mention and announces `announcement` to screen readers. */
  show(announcement: string): void;
  hide(): void;
}

interface Ring {
  readonly host: HTMLElement;
  readonly frame: HTMLElement;
  readonly status: HTMLElement;
  readonly stop: AbortController;
  /** The lines as drawn, as JSON. */
  drawn: string;
}

/**
 * The focus ring around the mention reached by keyboard, and its screen reader announcement. Both are in a
 * closed root whose host is in the page only while the ring is shown; it takes no focus and no clicks.
 */
export function createFocusRing({ win, nameOf, rects, onLeave, signal }: FocusRingOptions): FocusRing {
  let shown: Ring | undefined;

  function show(announcement: string): void {
    shown ??= begin();
    draw(shown, rects());
    const { status } = shown;
    // A live region is announced when it changes in the page, not when it is inserted with its text.
    status.textContent = '';
    win.requestAnimationFrame(() => {
      status.textContent = announcement;
    });
  }

  function begin(): Ring {
    const focusRing = build(win.document, nameOf);
    const leaving = { capture: true, passive: true, signal: focusRing.stop.signal };
    // Ignores synthetic clicks and keys of the page.
    win.addEventListener('pointerdown', (event) => event.isTrusted && onLeave(), leaving);
    win.addEventListener(
      'keydown',
      (event) => event.isTrusted && event.key === 'Escape' && onLeave(),
      leaving,
    );
    follow(focusRing);
    return focusRing;
  }

  /** Follows scrolling, zooming and everything else that moves text, while the ring is shown. */
  function follow(focusRing: Ring): void {
    const step = () => {
      if (focusRing.stop.signal.aborted || signal.aborted) return;
      draw(focusRing, rects());
      win.requestAnimationFrame(step);
    };
    win.requestAnimationFrame(step);
  }

  function hide(): void {
    shown?.stop.abort();
    shown?.host.remove();
    shown = undefined;
  }

  signal.addEventListener('abort', hide);
  return { show, hide };
}

function build(document: Document, nameOf: FocusRingOptions['nameOf']): Ring {
  // A page cannot define a custom element for this.
  const host = createHtml(document, 'div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const shown = createHtml(document, 'div');
  shown.className = nameOf('shown');
  if (goesWithStyles && document.location.protocol !== 'moz-extension:')
    setStyles(shown, { display: 'none' });
  const frame = createHtml(document, 'div');
  const status = createHtml(document, 'div');
  status.setAttribute('role', 'status');
  status.setAttribute('aria-live', 'polite');
  status.className = 'status';
  shown.append(frame, status);
  root.append(shown);
  // Outside an open modal dialog or fullscreen element nothing is shown or announced.
  mountPointOf(document).append(host);
  return { host, frame, status, stop: new AbortController(), drawn: '' };
}

function draw(focusRing: Ring, boxes: readonly DOMRect[]): void {
  // A zoomed or transformed ancestor scales and moves our own lengths, too: the host's box shows by how much.
  const own = focusRing.host.getBoundingClientRect();
  const scale = own.width / (focusRing.host.offsetWidth || 1) || 1;
  const places = boxes.map(({ left, top, width, height }) =>
    [left - own.left, top - own.top, width, height].map((length) => length / scale),
  );
  const signature = JSON.stringify(places);
  if (signature === focusRing.drawn) return;
  focusRing.drawn = signature;
  const lines = places.map(([left = 0, top = 0, width = 0, height = 0]) => {
    const line = createHtml(focusRing.frame.ownerDocument, 'div');
    line.className = 'line';
    setStyles(line, {
      left: `${left - gapPx}px`,
      top: `${top - gapPx}px`,
      width: `${width + 2 * gapPx}px`,
      height: `${height + 2 * gapPx}px`,
    });
    return line;
  });
  focusRing.frame.replaceChildren(...lines);
}

function mountPointOf(document: Document): Element {
  const dialogs = [...document.querySelectorAll('dialog:modal')];
  return dialogs.at(-1) ?? document.fullscreenElement ?? document.documentElement;
}

/**
 * Set through the CSSOM, which a page's content security policy does not block, and overriding its style
 * sheets.
 */
function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
