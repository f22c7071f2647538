import type { CardClaim } from '../../../view-models/card-content.ts';
import { orderClaims } from '../../../view-models/order-claims.ts';
import type { Comparison } from '../../../view-models/panel-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { ClaimView } from '../../content/claim-view.tsx';
import { ComparisonTable } from '../../content/comparison-table.tsx';
import { ContentSection } from './content-section.tsx';

interface ClaimsSectionProps {
  readonly claims: readonly CardClaim[];
  readonly comparison: Comparison;
}

/** What sources report, claim by claim or as a table of claims by sources. */
export function ClaimsSection({ claims, comparison }: ClaimsSectionProps) {
  const views = orderClaims(claims);
  return (
    <>
      <ContentSection title="cardPositions" isShown={views.length > 0}>
        <MoreList
          atFirst={5}
          class="claims"
          items={views.map((view) => <ClaimView key={view.claim.ref} view={view} />)}
        />
      </ContentSection>
      <ContentSection title="panelComparison" isShown={comparison.sources.length > 1} class="wide">
        <ComparisonTable comparison={comparison} />
      </ContentSection>
    </>
  );
}
