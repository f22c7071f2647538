import type { PageComparison } from '../../contracts/kept-calls.ts';
import { countedText, formatList } from '../../i18n/texts.ts';

/** What came of comparing a page with kept articles, in one line; empty if there was nothing to compare. */
export function summariseComparison({ quotations, elsewhere, articleCount }: PageComparison): string {
  if (articleCount === 0) return '';
  const count = (finding: PageComparison['quotations'][number]['finding']) =>
    quotations.filter((quotation) => quotation.finding === finding).length;
  const counts = [
    ['comparedChanged', count('changed')],
    ['comparedCut', count('cut')],
    ['comparedOnlyHere', count('only-here')],
    ['comparedUnquoted', count('unquoted')],
    ['comparedVerbatim', count('verbatim')],
    ['comparedNotHere', elsewhere.length],
  ] as const;
  return formatList(counts.flatMap(([key, number]) => (number > 0 ? countedText(key, number) : [])));
}

interface ComparisonLineProps {
  readonly comparison: PageComparison;
  onOpen(): void;
}

/** One line of an overview that opens the comparison. */
export function ComparisonLine({ comparison, onOpen }: ComparisonLineProps) {
  const summary = summariseComparison(comparison);
  if (summary === '') return null;
  return (
    <button type="button" class="comparison-line" onClick={onOpen}>
      <span class="name">{countedText('comparedLine', comparison.articleCount)}</span>{' '}
      <span class="hint">{summary}</span>
    </button>
  );
}
