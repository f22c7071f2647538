import type { Comparison } from '../../briefing/briefing.ts';
import type { CardClaim } from '../../briefing/card-content.ts';
import { ClaimView } from '../claim-view.tsx';
import { ComparisonTable } from '../comparison-table.tsx';
import { MoreList } from '../more-list.tsx';
import { orderClaims } from '../order-claims.ts';
import { ContentSection } from './content-section.tsx';

interface ClaimsSectionProps {
  readonly claims: readonly CardClaim[];
  readonly comparison: Comparison;
}

/** What sources report, claim by claim, and the same as a table of claims by sources. */
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
