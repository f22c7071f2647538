import { formatNumber } from '../../../i18n/texts.ts';
import type { CardStatement } from '../../../view-models/card-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { StatementView } from '../../content/statement-view.tsx';
import { ContentSection } from './content-section.tsx';

/** What was said: each statement once, with every source that prints it. */
export function StatementsSection({ statements }: { statements: readonly CardStatement[] }) {
  return (
    <ContentSection
      id="quotations"
      title="libraryQuotations"
      count={formatNumber(statements.length)}
      isShown={statements.length > 0}
    >
      <MoreList
        atFirst={4}
        class="statements"
        items={statements.map((statement) => <StatementView key={statement.ref} statement={statement} />)}
      />
    </ContentSection>
  );
}
