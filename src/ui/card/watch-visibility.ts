import { steadyMs } from '../../contracts/card-calls.ts';

/** Version 2 of the interface, which TypeScript does not know. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

export interface CardVisibility {
  /** Whether the browser vouches that nothing has lain over the card for long enough; true where it cannot tell (Firefox). */
  isClear(): boolean;
}

/**
 * Asks the browser whether anything lies over the card, inside and outside this frame.
 * @param onCovered told when something does, after nothing did
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
      // Before it is shown for the first time nothing has been seen.
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
