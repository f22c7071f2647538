/** The focused element, inside open shadow roots too. */
export function deepActiveElement({ activeElement }: Document): Element | null {
  let active = activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
