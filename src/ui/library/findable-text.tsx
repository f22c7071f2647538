import { useLayoutEffect, useRef } from 'preact/hooks';

/** Stands on every text in which found words may be marked. */
export const findableClass = 'findable';

/**
 * A text in which a parent marks the found words after each drawing. Written by hand and anew each time: Preact would hold on
 * to a text node that the marking has split.
 */
export function FindableText({ words }: { words: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) place.current.textContent = words;
  });
  return <span ref={place} class={findableClass} />;
}
