export interface FocusIsolation {
  /** Moves the focus into the card. */
  enter(move: () => void): void;
  /** What was focused when the focus entered the card, as far as the page knows. */
  readonly focusedInPage: Element | undefined;
}

/**
 * Hides from the page that the focus enters the card and returns. Menus, dialogs and focus traps close, or
 * take the focus back, when they lose it to something foreign, and what the reader is reading would go with
 * them. To the page its element seems to keep the focus. Before the focus goes elsewhere, the element gets it
 * back, so the page then sees an ordinary blur. Only the page's listeners are isolated: `:focus` follows the
 * real focus.
 *
 * @param isPressComing whether the pointer is in the card: a press there takes the focus without an event
 */
export function isolateFocus(
  host: Element,
  isPressComing: () => boolean,
  signal: AbortSignal,
): FocusIsolation {
  const win = host.ownerDocument.defaultView ?? window;
  /** Targets whose blur the page has not seen: an element, and in Firefox the document. */
  const withheld = new Set<EventTarget>();
  let focusedInPage: Element | undefined;
  let isEntering = false;

  const handleFocusEvent = (event: FocusEvent) => {
    const target = event.composedPath()[0];
    if (!event.isTrusted || !target) return;
    if (event.composedPath().includes(host)) event.stopImmediatePropagation();
    else if (event.type === 'blur' || event.type === 'focusout') {
      if (!isEntering && event.relatedTarget !== host && !(isPressComing() && event.relatedTarget === null))
        return;
      event.stopImmediatePropagation();
      withheld.add(target);
      if (target instanceof win.Element) focusedInPage = target;
    } else if (withheld.has(target)) {
      event.stopImmediatePropagation();
      // An element gets `focus` and then `focusin`; document and window get only the former.
      if (event.type === 'focusin' || !(target instanceof win.Element)) withheld.delete(target);
      if (target === focusedInPage && event.type === 'focusin') focusedInPage = undefined;
    } else if (target instanceof win.Element) {
      withheld.delete(focusedInPage ?? target);
      focusedInPage = undefined;
    }
  };
  for (const type of ['blur', 'focusout', 'focus', 'focusin'] as const)
    win.addEventListener(type, handleFocusEvent, { capture: true, signal });
  // On a press elsewhere the page must see the blur: return the focus first, for the press to take.
  const give = (event: PointerEvent) => {
    if (event.isTrusted && !event.composedPath().includes(host) && isFocusable(focusedInPage))
      focusedInPage.focus({ preventScroll: true });
  };
  win.addEventListener('pointerdown', give, { capture: true, signal });
  return {
    enter(move) {
      isEntering = true;
      move();
      isEntering = false;
    },
    get focusedInPage() {
      return focusedInPage;
    },
  };
}

function isFocusable(element: Element | undefined): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement;
}
