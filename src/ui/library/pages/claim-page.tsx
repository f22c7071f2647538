import { text } from '../../../i18n/texts.ts';
import type { ClaimContent } from '../../../view-models/library-content.ts';
import { orderClaims } from '../../../view-models/order-claims.ts';
import { ClaimView } from '../../content/claim-view.tsx';
import { PackProvenance } from '../../content/pack-provenance.tsx';
import { ContentSection } from './content-section.tsx';
import { EntityLinks } from './entity-links.tsx';
import { PageHeading } from './page-heading.tsx';

/** One claim, and each source's position on it. */
export function ClaimPage({ content: { claim, about, topic, pack } }: { content: ClaimContent }) {
  return (
    <article class="topic columns" style={{ '--topic': topic.color }}>
      <div class="main-column">
        <PageHeading title={claim.text} kind={text('panelClaim')} topic={topic} />
        <ul class="claims whole-claim">
          {orderClaims([claim]).map((view) => (
            <ClaimView key={claim.ref} view={view} />
          ))}
        </ul>
      </div>
      <aside aria-label={text('libraryAside')}>
        <ContentSection title="libraryAbout" isShown={about.length > 0}>
          <EntityLinks entities={about} />
        </ContentSection>
        <PackProvenance pack={pack} />
      </aside>
    </article>
  );
}
