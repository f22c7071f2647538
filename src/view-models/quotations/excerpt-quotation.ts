import { locateWords } from '../../knowledge/text/locate-words.ts';
import type { PassageRun } from './compare-quotation.ts';

/**
 * A run of one side's words. `own`: only this side has them. `replaced`: the page has others in their place. `cut`: the
 * page leaves them out. `skipped`: agreeing words that are not shown; without text.
 */
export interface ExcerptPiece {
  readonly kind: 'same' | 'own' | 'replaced' | 'cut' | 'skipped';
  readonly text: string;
}

/** The page's words, those that only it has marked. */
export function excerptPage(runs: readonly PassageRun[]): ExcerptPiece[] {
  const pieces = runs.map(({ isSame, page }) => ({ kind: isSame ? 'same' : 'own', text: page }) as const);
  return shortenExcerpt(pieces.filter(({ text }) => text !== ''));
}

/** The statement's words, those that the page lacks marked. Where both agree, in the page's spelling. */
export function excerptStatement(runs: readonly PassageRun[]): ExcerptPiece[] {
  const pieces = runs.map(({ isSame, page, statement }): ExcerptPiece => {
    if (isSame) return { kind: 'same', text: page || statement };
    return { kind: page === '' ? 'cut' : 'replaced', text: statement };
  });
  return shortenExcerpt(pieces.filter(({ text }) => text !== ''));
}

/** So many words take five lines of a card. */
const maxWords = 45;
/** Words that are shown on either side of a difference, and at either end of a long one. */
const contextWords = 8;

/** Long stretches are shown by their ends, so that a card has room for both sides. */
export function shortenExcerpt(pieces: readonly ExcerptPiece[]): ExcerptPiece[] {
  const total = pieces.reduce((sum, { text }) => sum + locateWords(text).length, 0);
  if (total <= maxWords) return [...pieces];
  return pieces.flatMap((piece, at) => {
    const isSame = piece.kind === 'same';
    // Agreeing words at the beginning or at the end of the passage have a difference on one side only.
    const kept = [
      isSame && at === 0 ? 0 : contextWords,
      isSame && at === pieces.length - 1 ? 0 : contextWords,
    ];
    return skipMiddle(piece, kept[0] as number, kept[1] as number);
  });
}

function skipMiddle(piece: ExcerptPiece, before: number, after: number): ExcerptPiece[] {
  const { kind, text } = piece;
  const words = locateWords(text);
  if (words.length <= before + after + 2) return [piece];
  const end = before === 0 ? 0 : (words[before]?.start ?? text.length);
  const start = after === 0 ? text.length : (words.at(-after)?.start ?? 0);
  const parts: ExcerptPiece[] = [
    { kind, text: text.slice(0, end) },
    { kind: 'skipped', text: '' },
    { kind, text: text.slice(start) },
  ];
  return parts.filter((part) => part.kind === 'skipped' || part.text !== '');
}
