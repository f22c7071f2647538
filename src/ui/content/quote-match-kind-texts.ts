/** How a page prints a statement, in a word. */
export const quoteMatchKindTexts = {
  verbatim: 'quoteMatchVerbatim',
  trimmed: 'quoteMatchTrimmed',
  similar: 'quoteMatchSimilar',
  altered: 'quoteMatchAltered',
} as const;
