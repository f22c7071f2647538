import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LocatedName } from './locate-names.ts';
import { MarkedText } from './marked-text.tsx';

/** Finds the words to mark in quotations; undefined if nothing is to be marked, as in the panel. */
export const QuotedNamesContext = createContext<((text: string) => readonly LocatedName[]) | undefined>(
  undefined,
);

/** Words of a quotation, verbatim. */
export function QuotedWords({ words }: { words: string }) {
  const findNames = useContext(QuotedNamesContext);
  return findNames === undefined ? (
    words
  ) : (
    <MarkedText text={words} places={findNames(words)} class="entity" />
  );
}
