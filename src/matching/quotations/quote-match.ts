export type QuoteMatchKind = 'verbatim' | 'trimmed' | 'similar' | 'altered';

/** One difference between the statement and the page, in reading order. */
export interface QuoteDifference {
  /** `cut`: the statement has it, the page has not. `added`: the page has it. `changed`: both, differently. */
  readonly kind: 'cut' | 'added' | 'changed';
  /** The statement's words; empty for `added`. */
  readonly statement: string;
  /** The page's words; empty for `cut`. */
  readonly page: string;
}

/** Where a text block carries a known statement: half-open offsets into the block's text. */
export interface QuoteMatch {
  readonly statement: string;
  readonly kind: QuoteMatchKind;
  /** 0 to 1: the share of the content words, in order, that the passage has of the sentences it aligns with. */
  readonly similarity: number;
  readonly start: number;
  readonly end: number;
  /** The page names somebody else for these words. */
  readonly speakerDiffers: boolean;
  readonly differences: readonly QuoteDifference[];
}
