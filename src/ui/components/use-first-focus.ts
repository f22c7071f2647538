import { useLayoutEffect } from 'preact/hooks';

/**
 * Moves the focus into newly rendered content, because the button that led here is gone. Runs in a layout effect, not
 * in an effect, which may run only after the next frame: a key pressed in between would be lost, and the page would
 * scroll under a pointer that is already aiming.
 */
export function useFirstFocus(find: () => HTMLElement | null | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new content takes the focus.
  useLayoutEffect(() => find()?.focus(), []);
}
