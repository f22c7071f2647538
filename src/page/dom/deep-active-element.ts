/** What has the focus, also inside open shadow roots. */
export function deepActiveElement({ activeElement }: Document): Element | null {
  let active = activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
