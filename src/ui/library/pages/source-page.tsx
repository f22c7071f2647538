import { useContext } from 'preact/hooks';
import { formatDate } from '../../../i18n/format-date.ts';
import { formatList, text } from '../../../i18n/texts.ts';
import type { SourceContent, SourceFact } from '../../../view-models/library-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { DateText } from '../../content/date-text.tsx';
import { DatedLine } from '../../content/dated-line.tsx';
import { PackProvenance } from '../../content/pack-provenance.tsx';
import { PageLinksContext } from '../../content/page-links.ts';
import { PositionWords, StanceName } from '../../content/position-view.tsx';
import { ContentSection } from './content-section.tsx';
import { EntityLinks } from './entity-links.tsx';
import { PageHeading } from './page-heading.tsx';
import { PrintedQuotation } from './printed-quotation.tsx';
import { SourceCondition } from './source-condition.tsx';
import { sourceKindTexts } from './source-kind-texts.ts';
import { SourceMetadata } from './source-metadata.tsx';
import { titleOf } from './title-of.ts';

/** One source: what it is, its condition, what it prints, and what rests on it. */
export function SourcePage({ content }: { content: SourceContent }) {
  const { source, pack, statements, positions, facts, events, summarised } = content;
  const speaking = positions.filter(({ position }) => position.stance !== 'does-not-mention');
  const silent = positions.filter(({ position }) => position.stance === 'does-not-mention');
  return (
    <article class="columns">
      <div class="main-column">
        <SourceHeading content={content} />
        <SourceCondition source={source} />
        <ContentSection title="libraryPrints" isShown={statements.length > 0}>
          <MoreList
            atFirst={6}
            class="statements"
            items={statements.flatMap((statement) =>
              statement.wordings.map((wording) => (
                <PrintedQuotation key={statement.ref} statement={statement} wording={wording} />
              )),
            )}
          />
        </ContentSection>
        <ContentSection title="libraryPositions" isShown={speaking.length > 0}>
          <Positions positions={speaking} />
        </ContentSection>
        <ContentSection title="librarySourceFacts" isShown={facts.length > 0}>
          <MoreList
            atFirst={8}
            class="facts"
            items={facts.map((fact) => <FactOnOtherSources key={fact.entity.ref + fact.text} fact={fact} />)}
          />
        </ContentSection>
        <ContentSection title="cardEvents" isShown={events.length > 0}>
          <MoreList
            atFirst={6}
            class="events"
            items={events.map((event) => <DatedLine key={event.text} item={event} />)}
          />
        </ContentSection>
        <ContentSection title="libraryNotMentioned" isShown={silent.length > 0}>
          <SilentClaims positions={silent} />
        </ContentSection>
      </div>
      <aside aria-label={text('libraryAside')}>
        <SourceMetadata content={content} />
        <ContentSection title="librarySummarised" isShown={summarised.length > 0}>
          <EntityLinks entities={summarised} />
        </ContentSection>
        <PackProvenance pack={pack} />
      </aside>
    </article>
  );
}

function SourceHeading({ content }: { content: SourceContent }) {
  const { outlet, title, date, kind } = content.source;
  return (
    <PageHeading
      title={titleOf(content)}
      kind={formatList([text('librarySource'), text(sourceKindTexts[kind])])}
    >
      <p class="by">
        {title !== undefined && (
          <strong>
            <PackWords>{outlet}</PackWords>
          </strong>
        )}{' '}
        <span class="when">
          <DateText date={date} />
        </span>
      </p>
    </PageHeading>
  );
}

function Positions({ positions }: Pick<SourceContent, 'positions'>) {
  const links = useContext(PageLinksContext);
  return (
    <MoreList
      atFirst={6}
      class="claims"
      items={positions.map(({ claim, position }) => (
        <li key={`${claim.ref} ${position.stance} ${position.voice}`}>
          <p class="claim-text">
            <a href={links?.claim(claim.ref)}>
              <PackWords>{claim.text}</PackWords>
            </a>
          </p>
          <dl class="stances">
            <div>
              <dt>
                <StanceName stance={position.stance} />
              </dt>
              <dd>
                <PositionWords position={position} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    />
  );
}

/** The pack's claims that the source does not mention: a list, as there is nothing to quote. */
function SilentClaims({ positions }: Pick<SourceContent, 'positions'>) {
  const links = useContext(PageLinksContext);
  return (
    <MoreList
      atFirst={6}
      class="silent-claims"
      items={positions.map(({ claim }) => (
        <li key={claim.ref}>
          <a href={links?.claim(claim.ref)}>
            <PackWords>{claim.text}</PackWords>
          </a>
        </li>
      ))}
    />
  );
}

function FactOnOtherSources({ fact: { entity, text: what, date, quotes } }: { fact: SourceFact }) {
  const content = useContentLanguage();
  const page = useContext(PageLinksContext)?.entity(entity.ref);
  return (
    <li>
      <p>
        <a href={page}>
          <PackWords>{entity.title}</PackWords>
        </a>
        {date !== undefined && <span class="when"> · {formatDate(date)}</span>}
        <br />
        <PackWords>{what}</PackWords>
      </p>
      {quotes.map((quote) => (
        <p class="quoted" key={quote} {...content}>
          “{quote}”
        </p>
      ))}
    </li>
  );
}
