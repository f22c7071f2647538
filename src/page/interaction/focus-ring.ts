import { createHtml } from '../dom/create-html.ts';
import styles from './focus-ring.css?inline';

/** Room between the text and the ring, so that letters are not touched. */
const gapPx = 3;

/**
 * In Firefox the style of the marks (`assets/marks.css`) shows the ring: a script that is destroyed with its extension cannot take it
 * away (docs/browser-bugs.md).
 */
const goesWithStyles = import.meta.env.MODE === 'firefox';

export interface FocusRingOptions {
  readonly win: Window & typeof globalThis;
  /** What something of ours is called in this document. */
  readonly nameOf: (word: string) => string;
  /** Boxes of the current mention, read anew with each frame while the ring is shown. */
  readonly rects: () => readonly DOMRect[];
  /** The reader has turned to something else. */
  readonly onLeave: () => void;
  readonly signal: AbortSignal;
}

export interface FocusRing {
  /** Draws the ring around the current mention and has screen readers say `announcement`. */
  show(announcement: string): void;
  hide(): void;
}

interface Ring {
  readonly host: HTMLElement;
  readonly frame: HTMLElement;
  readonly status: HTMLElement;
  readonly stop: AbortController;
  /** The lines as they stand now, as JSON. */
  drawn: string;
}

/**
 * The ring around the mention that the keyboard has reached, and what a screen reader is told of it. Both live in a
 * closed root of ours whose host is in the page only while the ring is shown; it takes no focus and no click.
 */
export function createFocusRing({ win, nameOf, rects, onLeave, signal }: FocusRingOptions): FocusRing {
  let shown: Ring | undefined;

  function show(announcement: string): void {
    shown ??= begin();
    draw(shown, rects());
    const { status } = shown;
    // A live region is spoken when it changes while it is in the page, not when it arrives with its text.
    status.textContent = '';
    win.requestAnimationFrame(() => {
      status.textContent = announcement;
    });
  }

  function begin(): Ring {
    const focusRing = build(win.document, nameOf);
    const leaving = { capture: true, passive: true, signal: focusRing.stop.signal };
    // What a page makes up is neither a click nor a key of the reader's.
    win.addEventListener('pointerdown', (event) => event.isTrusted && onLeave(), leaving);
    win.addEventListener(
      'keydown',
      (event) => event.isTrusted && event.key === 'Escape' && onLeave(),
      leaving,
    );
    follow(focusRing);
    return focusRing;
  }

  /** Follows scrolling, zooming and everything else that moves text, as long as the ring is there. */
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
  // Of the kinds of elements that a page can define its own code for, this is none.
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
  // Nothing outside a modal dialog or a fullscreen element is shown or spoken while that is there.
  mountPointOf(document).append(host);
  return { host, frame, status, stop: new AbortController(), drawn: '' };
}

function draw(focusRing: Ring, boxes: readonly DOMRect[]): void {
  // A zoomed or transformed ancestor scales and moves our own lengths too: the host's box tells by how much.
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

/** Through the object model, which a page's content security policy does not forbid, and above its style sheets. */
function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
