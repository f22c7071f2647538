import { useLayoutEffect } from 'preact/hooks';

/**
 * Gives the focus to where the reader goes on in what has just been drawn, because the button that led here is gone.
 * In the same moment, not in an effect, which may come only after the next frame: a key that is pressed in between would be lost,
 * and the page would be scrolled under a pointer that already aims.
 */
export function useFirstFocus(find: () => HTMLElement | null | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is new takes the focus.
  useLayoutEffect(() => find()?.focus(), []);
}
