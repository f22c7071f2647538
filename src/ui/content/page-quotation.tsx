import { text } from '../../i18n/texts.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { useContentLanguage } from './content-language.tsx';
import { QuoteDifferences } from './quote-differences.tsx';

interface PageQuotationProps {
  readonly quoteMatch: QuoteMatch;
  /** The passage as printed on the page. */
  readonly printed: string;
  readonly speaker: string | undefined;
}

/** How the page prints a statement: differences in substance first, then the passage, then lesser differences. */
export function PageQuotation({ quoteMatch, printed, speaker }: PageQuotationProps) {
  return (
    <section class={`page-quotation ${quoteMatch.kind}`}>
      <h3>
        {text('panelThisPage')} <span class="stance">{text(quoteMatchKindTexts[quoteMatch.kind])}</span>
      </h3>
      {quoteMatch.speakerDiffers && speaker !== undefined && (
        <p class="caution">{text('quoteMatchSpeakerDiffers', { speaker })}</p>
      )}
      {quoteMatch.kind === 'altered' && <QuoteDifferences differences={quoteMatch.differences} />}
      <blockquote class="quote" {...useContentLanguage()}>
        <p>{printed}</p>
      </blockquote>
      {quoteMatch.kind !== 'altered' && <QuoteDifferences differences={quoteMatch.differences} />}
    </section>
  );
}

export const quoteMatchKindTexts = {
  verbatim: 'quoteMatchVerbatim',
  trimmed: 'quoteMatchTrimmed',
  similar: 'quoteMatchSimilar',
  altered: 'quoteMatchAltered',
} as const;
