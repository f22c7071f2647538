import { useState } from 'preact/hooks';
import { countedText, formatNumber, text } from '../../../i18n/texts.ts';
import type { LibraryClaims } from '../../../view-models/library-content.ts';
import { ClaimList } from '../../content/claim-view.tsx';
import { ComparisonTable } from '../../content/comparison-table.tsx';
import { ContentSection } from './content-section.tsx';

/** The claims on which sources differ. */
export function DifferencesSection({ claims: { differing, others, comparison } }: { claims: LibraryClaims }) {
  const shown = formatNumber(differing.length);
  return (
    <ContentSection
      id="differences"
      title="claimDiffers"
      count={countedText('libraryOfClaims', differing.length + others.length, { shown })}
      isShown={differing.length > 0}
    >
      <ClaimList views={differing} atFirst={3} saysDiffer={false} />
      {others.length === 0 && <SideBySide comparison={comparison} />}
    </ContentSection>
  );
}

/** The other claims. */
export function ClaimsSection({ claims: { differing, others, comparison } }: { claims: LibraryClaims }) {
  return (
    <ContentSection
      id="claims"
      title={differing.length > 0 ? 'libraryOtherClaims' : 'libraryClaims'}
      count={formatNumber(others.length)}
      isShown={others.length > 0}
    >
      <ClaimList views={others} atFirst={5} saysDiffer={false} />
      <SideBySide comparison={comparison} />
    </ContentSection>
  );
}

/** All claims by source, after the last of them. A large table: drawn only for a reader who opens it. */
function SideBySide({ comparison }: Pick<LibraryClaims, 'comparison'>) {
  const [isOpen, setIsOpen] = useState(false);
  if (comparison.sources.length < 2) return null;
  return (
    <details class="side-by-side" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{text('panelComparison')}</summary>
      {isOpen && <ComparisonTable comparison={comparison} />}
    </details>
  );
}
