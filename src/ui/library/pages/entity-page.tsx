import { useMemo } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
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
import { ClaimsSection } from './claims-section.tsx';
import { ContentSection } from './content-section.tsx';
import { EntityLinks } from './entity-links.tsx';
import { PageHeading } from './page-heading.tsx';
import { StatementsSection } from './statements-section.tsx';

/** Everything known about one entity, and who says it. */
export function EntityPage({ content }: { content: EntityContent }) {
  const { card, comparison, timeline } = content;
  const pack = useContentLanguage();
  const findNames = useMemo(() => prepareNames(card.names, card.longerNames), [card]);
  return (
    <QuotedNamesContext.Provider value={findNames}>
      <article class="topic" style={{ '--topic': card.topic.color }}>
        <PageHeading
          title={card.title}
          kind={text(typeTexts[card.type])}
          topic={card.topic}
          outletCount={card.outletCount}
        >
          <p class="opening" {...pack}>
            {card.summary}
          </p>
          <SourceList sources={card.summaryCites} />
        </PageHeading>
        <div class="columns">
          <div class="main-column">
            <ContentSection title="cardFacts" isShown={card.facts.length > 0}>
              <MoreList
                atFirst={6}
                class="facts"
                items={card.facts.map((fact) => <FactView key={fact.text} fact={fact} />)}
              />
            </ContentSection>
            <StatementsSection statements={card.statements} />
            <ClaimsSection claims={card.positions} comparison={comparison} />
            <ContentSection title="cardEvents" isShown={timeline.length > 0}>
              <TimelineView items={timeline} pageDate={null} />
            </ContentSection>
          </div>
          <EntityAside content={content} />
        </div>
      </article>
    </QuotedNamesContext.Provider>
  );
}

function EntityAside({ content: { card, names, wikidata } }: { content: EntityContent }) {
  return (
    <aside aria-label={text('libraryAside')}>
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
      <ContentSection title="cardRelated" isShown={card.related.length > 0}>
        <EntityLinks entities={card.related} />
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
