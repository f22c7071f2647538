/**
 * Moves the focus after a list entry was removed by its own button: to the button of the entry that took its place, or
 * the last one, or else to the list's container. Otherwise it would fall back to the beginning of the page.
 */
export function focusAfterRemoval(place: HTMLElement | null, index: number): void {
  // The list is rendered again after this, within a frame.
  requestAnimationFrame(() => {
    const active = document.activeElement;
    // The reader has moved the focus meanwhile.
    if (active !== null && active !== document.body && !place?.contains(active)) return;
    const buttons = [...(place?.querySelectorAll<HTMLElement>('.listed button') ?? [])];
    (buttons[index] ?? buttons.at(-1) ?? place)?.focus();
  });
}
