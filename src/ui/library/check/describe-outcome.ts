import { countedText, text } from '../../../i18n/texts.ts';
import type { CheckedQuotation } from '../../../view-models/stories/checked-text.ts';

const outcomeTexts = {
  verbatim: 'checkVerbatim',
  trimmed: 'checkTrimmed',
  similar: 'checkSimilar',
  altered: 'checkAltered',
  partly: 'checkPartly',
  unquoted: 'checkUnquoted',
  short: 'checkShort',
} as const;

/** In a few words, whether and how a quotation was found. @param sourceCount in how many sources it was looked up */
export function describeOutcome({ outcome }: CheckedQuotation, sourceCount: number): string {
  return outcome === 'nowhere' ? countedText('checkNowhere', sourceCount) : text(outcomeTexts[outcome]);
}
