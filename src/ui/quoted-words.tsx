import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';

/** Marks, inside quotations, what the reader came for; undefined where nothing is to be marked, as in the panel. */
export const QuotedWordsMarker = createContext<((element: HTMLElement) => void) | undefined>(undefined);

/** Words of a quotation, to the letter. */
export function QuotedWords({ words }: { words: string }) {
  const mark = useContext(QuotedWordsMarker);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || mark === undefined) return;
    // Not by Preact, which would hold on to a text node that is split by the marking.
    element.textContent = words;
    mark(element);
  }, [words, mark]);
  return mark === undefined ? words : <span ref={place} />;
}
