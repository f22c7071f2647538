import type { ComponentChildren } from 'preact';
import type { ActivePage } from '../../contracts/active-page.ts';
import { findPrintedStatement } from '../../view-models/stories/find-printed-statement.ts';
import { ComparisonLine } from '../keep/comparison-line.tsx';
import { KeepArticle } from '../keep/keep-article.tsx';
import type { KeepServices } from '../keep/keep-services.ts';
import { revisionOf, useComparison } from '../keep/use-comparison.ts';
import { KeptPart } from './kept-part.tsx';
import type { KeptTab } from './panel-view.tsx';

interface KeptPage extends KeptTab {
  /** The page is an article, which can be kept or is. */
  readonly isTab: boolean;
  /** What the overview says of it. */
  drawLine(onOpen: () => void): ComponentChildren;
}

/**
 * The active page beside what is kept; undefined where Sidelight does not work.
 * @param revealStatement goes to a place where the page prints a statement
 */
export function useKeptTab(
  page: ActivePage | undefined,
  services: KeepServices,
  revealStatement: (ref: string, index: number) => void,
): KeptPage | undefined {
  const tabId = page?.obstacle === null ? page.tabId : undefined;
  const key = tabId === undefined ? undefined : `${tabId} ${page?.address}`;
  const reading = page?.briefing?.reading;
  const comparison = useComparison(tabId, key, revisionOf(reading?.blocks), services);
  if (tabId === undefined) return undefined;
  const isCompared = comparison !== null && typeof comparison === 'object';
  const isNothingKept = isCompared && comparison.keptCount === 0;
  const keep = <KeepArticle key={key} tabId={tabId} services={services} isNothingKept={isNothingKept} />;
  const revealOf = (pieces: readonly string[]) => {
    const place = reading && findPrintedStatement(reading, pieces[0] ?? '');
    return place && (() => revealStatement(place.statement, place.index));
  };
  return {
    isTab: isCompared || comparison === 'failed',
    count: isCompared && comparison.articleCount > 0 ? comparison.quotations.length : undefined,
    draw: () => (
      <>
        {keep}
        <KeptPart comparison={comparison} revealOf={revealOf} />
      </>
    ),
    drawLine(onOpen) {
      if (comparison === null) return keep;
      return isCompared && <ComparisonLine comparison={comparison} onOpen={onOpen} />;
    },
  };
}
