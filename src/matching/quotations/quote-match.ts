import { isKept } from '../../knowledge/qualify-pack.ts';

export type QuoteMatchKind = 'verbatim' | 'trimmed' | 'similar' | 'altered';

/** One difference between the statement and the page, in reading order. */
export interface QuoteDifference {
  /** `cut`: only the statement has it. `added`: only the page has it. `changed`: both do, differently. */
  readonly kind: 'cut' | 'added' | 'changed';
  /** The statement's words; empty for `added`. */
  readonly statement: string;
  /** The page's words; empty for `cut`. */
  readonly page: string;
}

/** Where a text block prints a known statement: half-open offsets into the block's text. */
export interface QuoteMatch {
  readonly statement: string;
  readonly kind: QuoteMatchKind;
  /** 0 to 1: the passage's share of the content words, in order, of the sentences it aligns with. */
  readonly similarity: number;
  readonly start: number;
  readonly end: number;
  /** Whether the page attributes the words to somebody else. */
  readonly speakerDiffers: boolean;
  readonly differences: readonly QuoteDifference[];
}

/** Whether only articles that the reader keeps print the statement, and no pack that a person wrote has it. */
export function isOfStory({ statement }: Pick<QuoteMatch, 'statement'>): boolean {
  return isKept(statement);
}
