import type { Cues, Pattern, Words } from '../knowledge/pack-schema.ts';
import { foldContext } from '../matching/text/fold-context.ts';
import { sentenceStarts } from '../matching/text/split-sentences.ts';
import { compileWords, hasWord, type WordList } from '../matching/text/word-list.ts';

/**
 * A page's relation to a claim. `unclear`: the page touches the subject in words that no pattern matches, so nothing is
 * said of it; only `not-found` may be shown as "not found on this page".
 */
export type ClaimVerdict =
  | { readonly verdict: 'says' | 'says-otherwise'; readonly passage: string }
  | { readonly verdict: 'unclear' | 'not-found' };

/** A page's text, split into sentences once for any number of claims. */
export interface ReadableText {
  readonly blocks: readonly {
    readonly folded: string;
    readonly sentences: readonly string[];
  }[];
}

/** @param texts the article's blocks in reading order */
export function readSentences(texts: readonly string[]): ReadableText {
  const blocks = texts.map((text) => {
    const folded = foldContext(text);
    const starts = sentenceStarts(folded);
    const sentences = starts.map((start, place) =>
      folded.slice(start, starts[place + 1] ?? folded.length).trim(),
    );
    return {
      folded,
      sentences: sentences.filter((sentence) => sentence !== ''),
    };
  });
  return { blocks };
}

export interface CompiledCues {
  readonly says: readonly CompiledPattern[];
  readonly otherwise: readonly CompiledPattern[];
  readonly touches: readonly WordList[];
}

interface CompiledPattern {
  readonly all: readonly WordList[];
  readonly none: WordList;
  readonly reach: 1 | 2;
}

/** Pure. Worth caching as long as the pack: every page is checked against every claim of a story. */
export function compileCues(cues: Cues): CompiledCues {
  return {
    says: cues.says.map(compilePattern),
    otherwise: cues.otherwise.map(compilePattern),
    touches: cues.touches.map((words: Words) => compileWords(words)),
  };
}

function compilePattern(pattern: Pattern): CompiledPattern {
  return {
    all: pattern.all.map((words) => compileWords(words)),
    none: compileWords(pattern.none),
    reach: pattern.within === 'sentence' ? 1 : 2,
  };
}

/**
 * Classifies a claim by the pack format's rules. If a pattern matches, the page makes the claim. Otherwise, if every
 * list of `touches` matches within one block, it is unclear; else not found. If patterns of both kinds match, the first
 * passage in reading order decides; within one sentence `otherwise` comes before `says`, because a denial usually
 * repeats the words that it denies.
 */
export function classifyClaim(page: ReadableText, cues: CompiledCues): ClaimVerdict {
  for (const { sentences } of page.blocks) {
    for (const place of sentences.keys()) {
      const otherwise = passageOf(cues.otherwise, sentences, place);
      if (otherwise !== undefined) return { verdict: 'says-otherwise', passage: otherwise };
      const says = passageOf(cues.says, sentences, place);
      if (says !== undefined) return { verdict: 'says', passage: says };
    }
  }
  const isTouched = page.blocks.some(
    ({ folded }) => cues.touches.length > 0 && cues.touches.every((list) => hasWord(folded, list)),
  );
  return { verdict: isTouched ? 'unclear' : 'not-found' };
}

function passageOf(
  patterns: readonly CompiledPattern[],
  sentences: readonly string[],
  place: number,
): string | undefined {
  for (const pattern of patterns) {
    const passage = sentences.slice(place, place + pattern.reach).join(' ');
    if (pattern.all.every((list) => hasWord(passage, list)) && !hasWord(passage, pattern.none))
      return passage;
  }
  return undefined;
}
