import { text } from '../../../i18n/texts.ts';
import type { StatementContent } from '../../../view-models/library-content.ts';
import { PackProvenance } from '../../content/pack-provenance.tsx';
import { StatementView } from '../../content/statement-view.tsx';
import { ClaimsSection, DifferencesSection } from './claims-section.tsx';
import { ContentSection } from './content-section.tsx';
import { EntityLinks } from './entity-links.tsx';
import { PageHeading } from './page-heading.tsx';
import { titleOf } from './title-of.ts';

/** One statement: its fullest known words, how each source prints them, and the claims that rest on them. */
export function StatementPage({ content }: { content: StatementContent }) {
  const { card, claims } = content;
  return (
    <article class="topic columns" style={{ '--topic': card.topic.color }}>
      <div class="main-column">
        <PageHeading title={titleOf(content)} kind={text('typeStatement')} topic={card.topic} />
        <ul class="statements whole-statement">
          {card.statements.map((statement) => (
            <StatementView key={statement.ref} statement={statement} isWhole />
          ))}
        </ul>
        <DifferencesSection claims={claims} />
        <ClaimsSection claims={claims} />
      </div>
      <aside aria-label={text('libraryAside')}>
        <ContentSection title="libraryAbout" isShown={card.related.length > 0}>
          <EntityLinks entities={card.related} />
        </ContentSection>
        <PackProvenance pack={card.pack} />
      </aside>
    </article>
  );
}
