import type { ClaimContent } from '../../briefing/library-content.ts';
import { ClaimView } from '../claim-view.tsx';
import { KnownTo } from '../known-to.tsx';
import { orderClaims } from '../order-claims.ts';
import { text } from '../texts.ts';
import { ContentSection } from './content-section.tsx';
import { EntityLinks } from './entity-links.tsx';
import { PageHeading } from './page-heading.tsx';

/** One claim, and each source's position on it. */
export function ClaimPage({ content: { claim, about, topic, pack } }: { content: ClaimContent }) {
  return (
    <article class="topic" style={{ '--topic': topic.color }}>
      <PageHeading title={claim.text} kind={text('panelClaim')} topic={topic} />
      <div class="columns">
        <div class="main-column">
          <ContentSection title="cardPositions" isShown>
            <ul class="claims whole-claim">
              {orderClaims([claim]).map((view) => (
                <ClaimView key={claim.ref} view={view} />
              ))}
            </ul>
          </ContentSection>
        </div>
        <aside aria-label={text('libraryAside')}>
          <ContentSection title="libraryAbout" isShown={about.length > 0}>
            <EntityLinks entities={about} />
          </ContentSection>
          <KnownTo pack={pack} />
        </aside>
      </div>
    </article>
  );
}
