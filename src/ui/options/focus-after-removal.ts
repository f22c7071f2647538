/**
 * Where the focus goes when an entry was taken out of a list by a button of its own: to the button of the entry that now
 * stands in its place, or the last one, or else to the list's surroundings. Left alone, it would fall back to the page's beginning.
 */
export function focusAfterRemoval(place: HTMLElement | null, index: number): void {
  // The list is drawn again only after this; a frame later it is.
  requestAnimationFrame(() => {
    const active = document.activeElement;
    // The reader has gone elsewhere in the meantime.
    if (active !== null && active !== document.body && !place?.contains(active)) return;
    const buttons = [...(place?.querySelectorAll<HTMLElement>('.listed button') ?? [])];
    (buttons[index] ?? buttons.at(-1) ?? place)?.focus();
  });
}
