export interface FocusIsolation {
  /** Moves the focus into the card. */
  enter(move: () => void): void;
  /** What had the focus when it went into the card, as far as the page knows. */
  readonly focusedInPage: Element | undefined;
}

/**
 * Keeps from the page that the focus goes into the card and comes back. Menus, dialogs and focus traps close, or take the
 * focus back, when they lose it to something that is not theirs, and what the reader is reading would go with them. To
 * the page it is as if its element had kept the focus: it hears of the loss as soon as the focus goes elsewhere,
 * because it is given back first. Only the page's listeners are kept from it: `:focus` follows the focus itself.
 *
 * @param isPressComing whether the reader's pointer is in the card: a press there takes the focus without saying so
 */
export function isolateFocus(
  host: Element,
  isPressComing: () => boolean,
  signal: AbortSignal,
): FocusIsolation {
  const win = host.ownerDocument.defaultView ?? window;
  /** The page has not been told that these have lost the focus: an element, and in Firefox the document. */
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
      // An element hears `focus` first and then `focusin`, document and window only the former.
      if (event.type === 'focusin' || !(target instanceof win.Element)) withheld.delete(target);
      if (target === focusedInPage && event.type === 'focusin') focusedInPage = undefined;
    } else if (target instanceof win.Element) {
      withheld.delete(focusedInPage ?? target);
      focusedInPage = undefined;
    }
  };
  for (const type of ['blur', 'focusout', 'focus', 'focusin'] as const)
    win.addEventListener(type, handleFocusEvent, { capture: true, signal });
  // Pressed elsewhere, the page has to hear of the loss: the element gets the focus back, for the press to take.
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
