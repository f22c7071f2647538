/** The items of an open menu have no place in the order of Tab. */
const focusable =
  ':is(a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]):not([tabindex="-1"])';

/**
 * Keeps Tab inside the card, which Esc closes. The card's frame is at the end of the page: Tab would leave the page.
 * @returns whether the focus was moved; if not, the browser moves it
 */
export function cycleFocus(dialog: HTMLElement, isBackwards: boolean): boolean {
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter((stop) => stop.checkVisibility());
  const { activeElement: active } = dialog.ownerDocument;
  const edge = isBackwards ? stops[0] : stops.at(-1);
  if (active !== edge && !(isBackwards && active === dialog)) return false;
  (isBackwards ? stops.at(-1) : stops[0])?.focus();
  return true;
}
