import type { QuoteDifference, QuoteMatch } from '../../matching/quotations/quote-match.ts';
import type { CardContent, CardStatement } from '../card-content.ts';
import type { KeptPrinter } from './kept-comparison.ts';

/** Every quotation of a text, looked up in all packs. Plain JSON. */
export interface CheckedText {
  /** The first characters only, if the text is longer than `maxCheckedLength`. */
  readonly isCut: boolean;
  /** The sources in which the quotations were looked up: editions of an article count once, altered copies not at all. */
  readonly sourceCount: number;
  /** What differs most comes first; alike ones in the order of the text. */
  readonly quotations: readonly CheckedQuotation[];
}

/** Characters of a text that are checked: some 30,000 words. */
export const maxCheckedLength = 200_000;

/**
 * How the text prints a quotation. `altered`: words were changed that change the meaning. `partly`: some of its words
 * are quoted by no source. `unquoted`: no source quotes it, but kept articles print its words. `nowhere`: none of the
 * sources prints it. `short`: too few words to tell.
 */
export type CheckOutcome = QuoteMatch['kind'] | 'partly' | 'unquoted' | 'nowhere' | 'short';

export interface CheckedQuotation {
  /** As in the text; ` … ` stands where it is interrupted. */
  readonly text: string;
  /** Whether it is between quotation marks. Otherwise it is a known statement, without marks. */
  readonly isMarked: boolean;
  readonly outcome: CheckOutcome;
  /** Its passages that no source quotes, if others are quoted. */
  readonly unknown: readonly string[];
  readonly found: readonly FoundStatement[];
  /** The kept articles that print the words, though not as a quotation; none if a source quotes them. */
  readonly printers: readonly KeptPrinter[];
}

export interface FoundStatement {
  readonly pack: CardContent['pack'];
  readonly statement: CardStatement;
  readonly kind: QuoteMatch['kind'];
  readonly differences: readonly QuoteDifference[];
  readonly speakerDiffers: boolean;
}
