import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { MarkedText } from '../../content/marked-text.tsx';
import { findWords } from '../worker/split-words.ts';

/** The found words, in the form that `findWords` takes. */
export const FoundWordsContext = createContext<ReadonlySet<string>>(new Set());

/** A text in which the found words are marked. */
export function FindableText({ words }: { words: string }) {
  const places = findWords(words, useContext(FoundWordsContext));
  return <MarkedText text={words} places={places} class="found" />;
}
