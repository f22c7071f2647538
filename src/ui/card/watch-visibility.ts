import { steadyMs } from '../../contracts/card-calls.ts';

/** Version 2 of IntersectionObserver, which TypeScript has no types for. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

export interface CardVisibility {
  /**
   * Whether the browser confirms that nothing has covered the card for long enough; true if it cannot say (Firefox).
   */
  isClear(): boolean;
}

/**
 * Asks the browser whether anything covers the card, inside or outside this frame.
 * @param onCovered called when the card becomes covered
 */
export function watchVisibility(dialog: HTMLElement, onCovered: () => void): CardVisibility {
  const { IntersectionObserver, IntersectionObserverEntry } = dialog.ownerDocument.defaultView ?? window;
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return { isClear: () => true };
  let since: number | undefined;
  let hasBeenSeen = false;
  let wasCovered = false;
  const observer = new IntersectionObserver(
    (entries) => {
      const { isVisible, intersectionRatio } = entries.at(-1) as VisibilityEntry;
      const isInView = intersectionRatio > 0.99;
      const isCovered = isInView && isVisible === false;
      // Before the card is first shown, it has not been visible.
      if (isCovered && !wasCovered && hasBeenSeen) onCovered();
      wasCovered = isCovered;
      const isSeen = isInView && isVisible === true;
      hasBeenSeen ||= isSeen;
      if (!isSeen) since = undefined;
      else since ??= performance.now();
    },
    { threshold: [0, 0.99, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(dialog);
  return { isClear: () => since !== undefined && performance.now() - since >= steadyMs };
}
