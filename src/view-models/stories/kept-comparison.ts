import type { Turn } from '../../stories/utterances/list-differences.ts';
import type { ExcerptPiece } from '../quotations/excerpt-quotation.ts';

/** A kept article that prints something. */
export interface KeptPrinter {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  /** `YYYY-MM-DD`; empty if unknown, as `address` is of a file. */
  readonly date: string;
  readonly address: string;
  /** The words that it prints, for a link to their place. */
  readonly quoted: string;
}

/**
 * How a kept article prints words of the page. `cut`: it has more of them; `longer`: the page has more; `overlap`: each
 * has some that the other lacks; `changed`: others in their place, or left out without a sign. Only where no article
 * quotes them, `unmarked`: it prints the words outside quotation marks; `apart`: within others, or in its headline.
 */
export type PrintingRelation = 'verbatim' | 'cut' | 'longer' | 'overlap' | 'changed' | 'unmarked' | 'apart';

/** The kept articles that print words of the page in one way. */
export interface ComparedPrinting {
  readonly relation: PrintingRelation;
  readonly meaning: 'same' | 'differs';
  /** What makes it another statement, each once. */
  readonly turns: readonly Turn[];
  /** At least one. */
  readonly printers: readonly KeptPrinter[];
  /** The page's words, and those of the first printer, with what only one of them has; empty if they are the same. */
  readonly here: readonly ExcerptPiece[];
  readonly there: readonly ExcerptPiece[];
}

/** Words that the page quotes: pieces of one statement. */
export interface ComparedQuotation {
  /** As printed, in page order; at least one. */
  readonly pieces: readonly string[];
  readonly speaker: NamedSpeaker | null;
  /** The most surprising of its printings; `unquoted` if they only print the words, `only-here` if there are none. */
  readonly finding: 'changed' | 'cut' | 'unquoted' | 'only-here' | 'verbatim';
  /** No compared article quotes its speaker, whom the page names. */
  readonly isSpeakerNew: boolean;
  /** The surprising first. */
  readonly printings: readonly ComparedPrinting[];
}

/** Words that kept articles quote and the page does not. */
export interface ElsewhereQuotation {
  /** As the article prints them that prints most. */
  readonly pieces: readonly string[];
  readonly speaker: NamedSpeaker | null;
  /** In the order of the articles; the first prints most. */
  readonly printers: readonly KeptPrinter[];
}

export interface KeptComparison {
  /** The surprising first: another meaning, other words, fewer words, a speaker whom nobody quotes, only here or unquoted. */
  readonly quotations: readonly ComparedQuotation[];
  /** Those that most articles print first. */
  readonly elsewhere: readonly ElsewhereQuotation[];
}

/** Who said something, as far as articles tell. */
export interface NamedSpeaker {
  /** The name; if it is not certain, the words beside the quotation as printed. */
  readonly name: string;
  readonly isCertain: boolean;
}
