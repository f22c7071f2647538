import { useMemo } from 'preact/hooks';
import { formatNumber, text } from '../../../i18n/texts.ts';
import type { EntityContent } from '../../../view-models/library-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { FactView } from '../../content/fact-view.tsx';
import { prepareNames } from '../../content/locate-names.ts';
import { PackProvenance } from '../../content/pack-provenance.tsx';
import { QuotedNamesContext } from '../../content/quoted-words.tsx';
import { SourceList } from '../../content/source-line.tsx';
import { TimelineView } from '../../content/timeline/timeline-view.tsx';
import { typeTexts } from '../../content/type-texts.ts';
import { ClaimsSection, DifferencesSection } from './claims-section.tsx';
import { ContentSection } from './content-section.tsx';
import { EntityLinks } from './entity-links.tsx';
import { MarkedOnPages } from './marked-on-pages.tsx';
import { PageContents, type PagePart } from './page-contents.tsx';
import { PageHeading } from './page-heading.tsx';
import { SourceEntry } from './source-entry.tsx';
import { StatementsSection } from './statements-section.tsx';

/** Everything known about one entity, and who says it: what differs first, and what was said before what is known. */
export function EntityPage({ content }: { content: EntityContent }) {
  const { card, claims, sources, timeline } = content;
  const findNames = useMemo(() => prepareNames(card.names, card.longerNames), [card]);
  return (
    <QuotedNamesContext.Provider value={findNames}>
      <article class="topic columns with-contents" style={{ '--topic': card.topic.color }}>
        <PageContents parts={listParts(content)} />
        <div class="main-column">
          <EntityHeading content={content} />
          <DifferencesSection claims={claims} />
          <StatementsSection statements={card.statements} />
          <ClaimsSection claims={claims} />
          <ContentSection
            id="facts"
            title="cardFacts"
            count={formatNumber(card.facts.length)}
            isShown={card.facts.length > 0}
          >
            <MoreList
              atFirst={6}
              class="facts"
              items={card.facts.map((fact) => <FactView key={fact.text} fact={fact} />)}
            />
          </ContentSection>
          <ContentSection
            id="timeline"
            title="cardEvents"
            count={formatNumber(timeline.length)}
            isShown={timeline.length > 0}
          >
            <TimelineView items={timeline} pageDate={null} />
          </ContentSection>
          <ContentSection
            id="sources"
            title="cardSources"
            count={formatNumber(sources.length)}
            isShown={sources.length > 0}
          >
            <MoreList
              atFirst={8}
              class="source-entries"
              items={sources.map((source) => (
                <li key={source.id}>
                  <SourceEntry source={source} />
                </li>
              ))}
            />
          </ContentSection>
        </div>
        <EntityAside content={content} />
      </article>
    </QuotedNamesContext.Provider>
  );
}

/** In the order of the page; what the pack has nothing for is left out. */
function listParts({ card, claims, timeline, sources }: EntityContent): PagePart[] {
  const { differing, others } = claims;
  const parts = [
    { id: 'differences', title: text('claimDiffers'), count: differing.length },
    { id: 'quotations', title: text('libraryQuotations'), count: card.statements.length },
    {
      id: 'claims',
      title: text(differing.length > 0 ? 'libraryOtherClaims' : 'libraryClaims'),
      count: others.length,
    },
    { id: 'facts', title: text('cardFacts'), count: card.facts.length },
    { id: 'timeline', title: text('cardEvents'), count: timeline.length },
    { id: 'sources', title: text('cardSources'), count: sources.length },
  ];
  return [{ id: 'in-short', title: text('libraryInShort') }, ...parts.filter(({ count }) => count > 0)];
}

function EntityHeading({ content: { card, lead } }: { content: EntityContent }) {
  const pack = useContentLanguage();
  return (
    <PageHeading
      id="in-short"
      title={card.title}
      kind={text(typeTexts[card.type])}
      topic={card.topic}
      outletCount={card.outletCount}
    >
      {lead !== undefined && (
        <p class="opening" {...pack}>
          {lead}
        </p>
      )}
      <p class={lead === undefined ? 'opening' : 'summary'} {...pack}>
        {card.summary}
      </p>
      <SourceList sources={card.summaryCites} />
    </PageHeading>
  );
}

function EntityAside({ content: { card, names, wikidata } }: { content: EntityContent }) {
  return (
    <aside aria-label={text('libraryAside')}>
      <ContentSection title="cardRelated" isShown={card.related.length > 0}>
        <EntityLinks entities={card.related} />
      </ContentSection>
      <MarkedOnPages card={card} />
      <ContentSection title="libraryNames" isShown={names.length > 0}>
        <ul class="names">
          {names.map(({ text: name, needsContext }) => (
            <li key={name}>
              <PackWords>{name}</PackWords>
              {needsContext && <span class="when"> · {text('libraryNameInContext')}</span>}
            </li>
          ))}
        </ul>
      </ContentSection>
      <PackProvenance pack={card.pack} />
      {wikidata !== undefined && (
        <p class="when">
          <a href={`https://www.wikidata.org/wiki/${wikidata}`} target="_blank" rel="noopener noreferrer">
            Wikidata {wikidata}
          </a>
        </p>
      )}
    </aside>
  );
}
