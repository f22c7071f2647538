import type { Appearance } from '../../settings/settings.ts';
import { createHtml } from '../dom/create-html.ts';
import { createToken } from '../dom/create-token.ts';
import { flatParentOf } from '../dom/flat-tree.ts';
import { guardBox } from './box-guard.ts';
import styles from './card-frame.css?inline';
import { isolateFocus } from './isolate-focus.ts';

/** The frame of the extension in which cards are shown, in a box of the page's top layer. */
export interface CardFrame {
  /** Names the frame in messages; no page knows it. */
  readonly token: string;
  /** The element that is placed. */
  readonly frame: HTMLIFrameElement;
  /** Whether an event, as the page sees it, comes from the box. */
  contains(event: Event): boolean;
  hasFocus(): boolean;
  /** Without the page hearing of it. */
  takeFocus(): void;
  /** What had the focus when it went into the card, as far as the page knows. */
  readonly pageFocus: Element | undefined;
  /** Whether the frame is still where it was put, with the document that it was given. */
  isAlive(): boolean;
  /** False once the page has hidden the box or taken it away, by itself or by beginning its document anew. */
  isShown(): boolean;
  /** Whether the page has laid hand on nothing that stands in the box. */
  isUntouched(): boolean;
  /** Whether it is where `contextElement` says that the reader is. */
  isAtMountPoint(contextElement: Element): boolean;
  show(): void;
  hide(): void;
  /** Lies over whatever the page has opened since. */
  raise(): void;
  /** Goes inside the dialog or fullscreen element that the reader is in now, and undoes what scales it there. */
  reparent(contextElement: Element): void;
  setTheme(theme: Appearance['theme']): void;
  remove(): void;
}

export interface CardFrameOptions {
  /** Where the page of the card is; a page must not learn it. */
  readonly address: string;
  /** The class by which Firefox shows the box. */
  readonly shownClass: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
  /** The frame has lost its document: the page has moved it, or sent it elsewhere. */
  readonly onLost: () => void;
  /** The frame has loaded what it was sent to. */
  readonly onLoaded: () => void;
  /** The reader's pointer is in the frame. */
  readonly hasPointer: () => boolean;
}

/** Makes a frame that is not seen yet, where `contextElement` says that the reader is, and has it load the page of the card. */
export function createCardFrame(
  contextElement: Element,
  { address, shownClass, title, onLost, onLoaded, hasPointer }: CardFrameOptions,
): CardFrame {
  const { host, root, box, frame } = makeBox(contextElement, shownClass, title);
  const isUntouched = guardBox(root, box, frame);
  const token = createToken();
  // Through the window and not by `src`: an attribute could be read by a page that Firefox has handed the root.
  frame.contentWindow?.location.replace(`${address}#${token}`);
  let loads = 0;
  frame.addEventListener('load', () => {
    // In pages of the extension's own Firefox tells of the empty document, too, that the frame begins with.
    if (loads === 0 && frame.contentDocument?.URL === 'about:blank') return;
    loads += 1;
    if (loads > 1) onLost();
    else onLoaded();
  });

  const isolating = new AbortController();
  const isolation = isolateFocus(host, hasPointer, isolating.signal);
  const takeFocus = () => isolation.enter(() => frame.focus({ preventScroll: true }));
  const isAlive = () => host.isConnected && loads <= 1 && frame.contentWindow !== null;
  const isOpen = () => host.isConnected && host.matches(':popover-open');
  /** `html { zoom }` would scale the card and its coordinates. */
  const undoZoom = () => box.style.setProperty('zoom', String(1 / (host.parentElement?.currentCSSZoom ?? 1)));
  return {
    token,
    frame,
    contains: (event) => event.composedPath().includes(host),
    hasFocus: () => root.activeElement === frame,
    takeFocus,
    get pageFocus() {
      return isolation.focusedInPage;
    },
    isAlive,
    isShown: () => isOpen() && isAlive(),
    isUntouched,
    isAtMountPoint: (contextElement) => host.parentNode === findMountPoint(contextElement),
    show() {
      undoZoom();
      if (!isOpen()) host.showPopover();
    },
    hide() {
      frame.classList.remove('shown');
      if (isOpen()) host.hidePopover();
    },
    raise() {
      // Moved, it may be lost already.
      if (!host.isConnected) return;
      const hadFocus = root.activeElement === frame;
      if (isOpen()) host.hidePopover();
      host.showPopover();
      if (hadFocus && root.activeElement !== frame) takeFocus();
    },
    reparent(contextElement) {
      if (!host.isConnected) return;
      undoZoom();
      if (this.isAtMountPoint(contextElement)) return;
      const hadFocus = root.activeElement === frame;
      moveTo(findMountPoint(contextElement), host);
      undoZoom();
      this.raise();
      if (hadFocus) takeFocus();
    },
    setTheme: (theme) => frame.style.setProperty('color-scheme', theme === 'auto' ? 'light dark' : theme),
    remove() {
      host.remove();
      isolating.abort();
    },
  };
}

function makeBox(contextElement: Element, shownClass: string, title: string) {
  const document = contextElement.ownerDocument;
  const host = createHtml(document, 'div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const box = createHtml(document, 'div');
  box.className = `box ${shownClass}`;
  // A page of the extension goes with it, and takes its cards along: there nothing else has to show the box.
  if (document.location.protocol === 'moz-extension:') box.style.display = 'block';
  const frame = createHtml(document, 'iframe');
  frame.title = title;
  // Without it Chromium loads nothing there in a page that isolates itself (`Cross-Origin-Embedder-Policy`). A card needs no cookies.
  frame.setAttribute('credentialless', '');
  frame.tabIndex = -1;
  box.append(frame);
  root.append(box);
  host.popover = 'manual';
  findMountPoint(contextElement).append(host);
  return { host, root, box, frame };
}

/** Where it is moved and not taken out, the frame keeps its document; elsewhere it is lost and made anew (`onLost`). */
function moveTo(mountPoint: Element, host: HTMLElement): void {
  if ('moveBefore' in mountPoint) (mountPoint as MovingParent).moveBefore(host, null);
  else (mountPoint as ParentNode).append(host);
}

/** Not in TypeScript's own types yet. */
interface MovingParent {
  moveBefore(node: Node, child: Node | null): void;
}

/**
 * Under a page's modal dialog everything outside it is inert, under its fullscreen element invisible; so the host
 * goes inside whichever holds the term, and otherwise to the end of the document element.
 */
function findMountPoint(contextElement: Element): Element {
  for (let element: Element | null = contextElement; element !== null; element = flatParentOf(element)) {
    if (element.matches(':modal, :fullscreen')) return element;
  }
  const page = contextElement.ownerDocument;
  const { fullscreenElement } = page;
  // A video or frame in fullscreen draws no children; the card then waits outside like the rest of the page.
  if (fullscreenElement !== null && !fullscreenElement.matches('video, iframe, canvas, img'))
    return fullscreenElement;
  return [...page.querySelectorAll('dialog:modal')].at(-1) ?? page.documentElement;
}
