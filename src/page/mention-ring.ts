export const ringHostName = 'sidelight-ring';

/** Room between the text and the ring, so that letters are not touched. */
const gapPx = 3;

export interface MentionRingOptions {
  readonly view: Window & typeof globalThis;
  /** Boxes of the current mention, read anew with each frame while the ring is shown. */
  readonly rects: () => readonly DOMRect[];
  /** The reader has turned to something else. */
  readonly onLeave: () => void;
  readonly signal: AbortSignal;
}

export interface MentionRing {
  /** Draws the ring around the current mention and has screen readers say `announcement`. */
  show(announcement: string): void;
  hide(): void;
}

/**
 * The ring around the mention that the keyboard has reached, and what a screen reader is told of it. Both live in a
 * closed root of ours whose host is in the page only while the ring is shown; it takes no focus and no click.
 */
export function createMentionRing(options: MentionRingOptions): MentionRing {
  const { view, rects, onLeave, signal } = options;
  const document = view.document;
  let shown:
    | { host: HTMLElement; frame: HTMLElement; status: HTMLElement; stop: AbortController }
    | undefined;

  function show(announcement: string): void {
    shown ??= build();
    draw();
    const { status } = shown;
    // A live region is spoken when it changes while it is in the page, not when it arrives with its text.
    status.textContent = '';
    view.requestAnimationFrame(() => {
      status.textContent = announcement;
    });
  }

  function build() {
    const host = document.createElement(ringHostName);
    setStyles(host, {
      all: 'initial',
      display: 'block',
      position: 'fixed',
      inset: '0',
      width: '100vw',
      height: '100vh',
      margin: '0',
      border: '0',
      padding: '0',
      background: 'transparent',
      overflow: 'hidden',
      'pointer-events': 'none',
      'z-index': '2147483647',
    });
    const root = host.attachShadow({ mode: 'closed' });
    const frame = document.createElement('div');
    const status = document.createElement('div');
    status.setAttribute('role', 'status');
    status.setAttribute('aria-live', 'polite');
    setStyles(status, {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      opacity: '0',
    });
    root.append(frame, status);
    // Nothing outside a modal dialog or a fullscreen element is shown or spoken while that is there.
    homeOf(document).append(host);
    const stop = new AbortController();
    const leaving = { capture: true, passive: true, signal: stop.signal };
    view.addEventListener('pointerdown', onLeave, leaving);
    view.addEventListener('keydown', (event) => event.key === 'Escape' && onLeave(), leaving);
    follow(stop.signal);
    return { host, frame, status, stop };
  }

  /** Follows scrolling, zooming and everything else that moves text, as long as the ring is there. */
  function follow(until: AbortSignal): void {
    const step = () => {
      if (until.aborted || signal.aborted) return;
      draw();
      view.requestAnimationFrame(step);
    };
    view.requestAnimationFrame(step);
  }

  let drawn = '';
  function draw(): void {
    if (!shown) return;
    const boxes = rects();
    // A zoomed or transformed ancestor scales and moves our own lengths too: the host's box tells by how much.
    const own = shown.host.getBoundingClientRect();
    const scale = own.width / (shown.host.offsetWidth || 1) || 1;
    const place = boxes.map(({ left, top, width, height }) =>
      [left - own.left, top - own.top, width, height].map((length) => length / scale),
    );
    const signature = JSON.stringify(place);
    if (signature === drawn) return;
    drawn = signature;
    shown.frame.replaceChildren(
      ...place.map(([left = 0, top = 0, width = 0, height = 0]) => {
        const line = document.createElement('div');
        setStyles(line, {
          position: 'absolute',
          left: `${left - gapPx}px`,
          top: `${top - gapPx}px`,
          width: `${width + 2 * gapPx}px`,
          height: `${height + 2 * gapPx}px`,
          'box-sizing': 'border-box',
          'border-radius': '4px',
          // Two colours, one of which stands out on any ground; forced colours replace them by the system's.
          border: '2px solid #1d4ed8',
          outline: '2px solid #fff',
        });
        return line;
      }),
    );
  }

  function hide(): void {
    shown?.stop.abort();
    shown?.host.remove();
    shown = undefined;
    drawn = '';
  }

  signal.addEventListener('abort', hide);
  return { show, hide };
}

function homeOf(document: Document): Element {
  const dialogs = [...document.querySelectorAll('dialog:modal')];
  return dialogs.at(-1) ?? document.fullscreenElement ?? document.documentElement;
}

/** Through the object model, which a page's content security policy does not forbid, and above its style sheets. */
function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
