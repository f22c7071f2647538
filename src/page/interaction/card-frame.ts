import type { Appearance } from '../../settings/settings.ts';
import { createHtml } from '../dom/create-html.ts';
import { createToken } from '../dom/create-token.ts';
import { flatParentOf } from '../dom/flat-tree.ts';
import { guardBox } from './box-guard.ts';
import styles from './card-frame.css?inline';
import { isolateFocus } from './isolate-focus.ts';

/** The extension's frame for cards, in a box in the page's top layer. */
export interface CardFrame {
  /** Identifies the frame in messages; unknown to the page. */
  readonly token: string;
  /** The element to place. */
  readonly frame: HTMLIFrameElement;
  /** Whether an event, as the page's code sees it, comes from the box. */
  contains(event: Event): boolean;
  hasFocus(): boolean;
  /** Focuses the card without any event reaching the page. */
  takeFocus(): void;
  /** What was focused when the focus entered the card, as far as the page knows. */
  readonly pageFocus: Element | undefined;
  /** Whether the frame is still in its place, with its own document. */
  isAlive(): boolean;
  /** False once the page has hidden or removed the box, or replaced its document. */
  isShown(): boolean;
  /** Whether the page has left the content of the box unchanged. */
  isUntouched(): boolean;
  /** Whether it is at the mount point for `contextElement`. */
  isAtMountPoint(contextElement: Element): boolean;
  show(): void;
  hide(): void;
  /** Raises the card above whatever the page has opened since. */
  raise(): void;
  /** Moves into the dialog or fullscreen element that the reader is in now, and undoes its zoom. */
  reparent(contextElement: Element): void;
  setTheme(theme: Appearance['theme']): void;
  remove(): void;
}

export interface CardFrameOptions {
  /** The address of the card's page, which a page must not learn. */
  readonly address: string;
  /** The class by which Firefox shows the box. */
  readonly shownClass: string;
  /** The accessible name of the frame. */
  readonly title: string;
  /** The frame has lost its document: the page has moved the frame or navigated it. */
  readonly onLost: () => void;
  /** The frame has loaded its document. */
  readonly onLoaded: () => void;
  /** Whether the reader's pointer is in the frame. */
  readonly hasPointer: () => boolean;
}

/** Creates an invisible frame at the mount point for `contextElement` and loads the card's page in it. */
export function createCardFrame(
  contextElement: Element,
  { address, shownClass, title, onLost, onLoaded, hasPointer }: CardFrameOptions,
): CardFrame {
  const { host, root, box, frame } = makeBox(contextElement, shownClass, title);
  const isUntouched = guardBox(root, box, frame);
  const token = createToken();
  // Not by `src`, which a page could read as an attribute where Firefox has exposed the root to it.
  frame.contentWindow?.location.replace(`${address}#${token}`);
  let loads = 0;
  frame.addEventListener('load', () => {
    // In the extension's own pages Firefox also fires `load` for the initial empty document.
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
      // Moving it may have lost it already.
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
  // In a page of the extension, cards disappear with the page: nothing else has to show the box there.
  if (document.location.protocol === 'moz-extension:') box.style.display = 'block';
  const frame = createHtml(document, 'iframe');
  frame.title = title;
  // Otherwise Chromium loads nothing in a page that isolates itself (`Cross-Origin-Embedder-Policy`). A card
  // needs no cookies.
  frame.setAttribute('credentialless', '');
  frame.tabIndex = -1;
  box.append(frame);
  root.append(box);
  host.popover = 'manual';
  findMountPoint(contextElement).append(host);
  return { host, root, box, frame };
}

/**
 * With `moveBefore` the frame keeps its document; without it the document is lost and loaded again
 * (`onLost`).
 */
function moveTo(mountPoint: Element, host: HTMLElement): void {
  if ('moveBefore' in mountPoint) (mountPoint as MovingParent).moveBefore(host, null);
  else (mountPoint as ParentNode).append(host);
}

/** Not in TypeScript's own types yet. */
interface MovingParent {
  moveBefore(node: Node, child: Node | null): void;
}

/**
 * Outside a page's modal dialog everything is inert, outside its fullscreen element invisible. So the host
 * goes inside whichever contains the term, or else to the end of the document element.
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
