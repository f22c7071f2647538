import { createContext, Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import { findWords } from './split-words.ts';

/** What was found, as `findWords` takes it. */
export const FoundWordsContext = createContext<ReadonlySet<string>>(new Set());

/** A text, to the letter, in which the found words are marked. */
export function FindableText({ words: text }: { words: string }) {
  const places = findWords(text, useContext(FoundWordsContext));
  return (
    <span>
      {places.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(places[at - 1]?.end ?? 0, start)}
          <mark class="found">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.end ?? 0)}
    </span>
  );
}
