import { useState } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import type { CardStatement } from '../../../view-models/card-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { AlteredNote, SourceName } from '../../content/source-line.tsx';
import { StatementView } from '../../content/statement-view.tsx';
import { groupBySource, type SourceQuotations } from './group-by-source.ts';
import { PrintedQuotation } from './printed-quotation.tsx';

/** What was said: by source as printed, or by statement with the sources compared. */
export function StatementsSection({ statements }: { statements: readonly CardStatement[] }) {
  const [isBySource, setIsBySource] = useState(true);
  if (statements.length === 0) return null;
  return (
    <section>
      <h2>{text('cardSaid')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form. */}
      <div class="view-choice" role="group" aria-label={text('libraryGroupedBy')}>
        <button type="button" aria-pressed={isBySource} onClick={() => setIsBySource(true)}>
          {text('libraryBySource')}
        </button>
        <button type="button" aria-pressed={!isBySource} onClick={() => setIsBySource(false)}>
          {text('libraryByStatement')}
        </button>
      </div>
      {isBySource ? (
        groupBySource(statements).map((group) => <SourceGroup key={group.source.id} group={group} />)
      ) : (
        <MoreList
          atFirst={5}
          class="statements"
          items={statements.map((statement) => <StatementView key={statement.ref} statement={statement} />)}
        />
      )}
    </section>
  );
}

function SourceGroup({ group: { source, quotations } }: { group: SourceQuotations }) {
  return (
    <div class="source-group">
      <h3>
        <SourceName source={source} />
      </h3>
      <AlteredNote source={source} />
      <MoreList
        atFirst={3}
        class="statements"
        items={quotations.map(({ statement, wording }) => (
          <PrintedQuotation key={statement.ref} statement={statement} wording={wording} />
        ))}
      />
    </div>
  );
}
