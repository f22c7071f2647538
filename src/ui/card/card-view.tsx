import { ArrowLeft, ArrowRight, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { countedText, type TextKey, text } from '../../i18n/texts.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { orderClaims } from '../../view-models/order-claims.ts';
import { isAfterDay } from '../../view-models/order-dates.ts';
import { BeginningContext, MoreList } from '../components/more-list.tsx';
import { ClaimView } from '../content/claim-view.tsx';
import { ContentLanguageContext, PackWords, useContentLanguage } from '../content/content-language.tsx';
import { DatedLine } from '../content/dated-line.tsx';
import { FactView } from '../content/fact-view.tsx';
import { prepareNames } from '../content/locate-names.ts';
import { OpenEntityContext } from '../content/open-entity.ts';
import { PackProvenance } from '../content/pack-provenance.tsx';
import { QuotedNamesContext } from '../content/quoted-words.tsx';
import { SourceList } from '../content/source-line.tsx';
import { StatementView } from '../content/statement-view.tsx';
import { typeTexts } from '../content/type-texts.ts';
import type { CardActions } from './card-actions.ts';
import { CardFooter } from './card-footer.tsx';
import { OpenInLibrary } from './open-in-library.tsx';
import { QuotationFront, QuotationOccasion, QuotationTitle } from './quotation-front.tsx';
import { listQuotationSections } from './quotation-sections.tsx';

export interface CardViewProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'subject' | 'textOnPage' | 'mention' | 'pageDate' | 'trace'>;
  /** The previous and next cards in the reader's history, if any. */
  readonly previousTitle?: string | undefined;
  readonly nextTitle?: string | undefined;
  readonly actions: CardActions;
  /** Only what is visible without scrolling: at most the first item of the first list. */
  readonly isBeginning?: boolean;
  onBack(): void;
  onForward(): void;
  onRelated(ref: string): void;
  onClose(): void;
}

export const titleId = 'title';

/** Longer titles are set smaller: in large type they would fill three lines or more, and most of the card. */
const maxLargeLetters = 80;

/** One card, most useful first: what it is, what happened since, who said what, who reports what. */
export function CardView(props: CardViewProps) {
  const { content, request, actions, isBeginning = false } = props;
  const { pageDate } = request;
  const since = pageDate === undefined ? [] : content.events.filter(({ date }) => isAfterDay(date, pageDate));
  const findNames = useMemo(
    () => (content.names.length === 0 ? undefined : prepareNames(content.names, content.longerNames)),
    [content.names, content.longerNames],
  );
  const openEntity = useMemo(
    () => (ref: string) => (ref === content.ref ? undefined : () => props.onRelated(ref)),
    [content.ref, props.onRelated],
  );
  const isQuotation = content.kind === 'statement';
  const sections = makeSections(
    isQuotation ? { ...content, statements: [], positions: [] } : content,
    content.events.filter((event) => !since.includes(event)),
    props.onRelated,
  );
  return (
    <ContentLanguageContext.Provider value={content.pack.language}>
      <OpenEntityContext.Provider value={openEntity}>
        <QuotedNamesContext.Provider value={findNames}>
          <CardHeader {...props} />
          <div class="body">
            {content.kind === 'statement' && <QuotationFront content={content} request={request} />}
            {since.length > 0 && pageDate !== undefined && <Since events={since} pageDate={pageDate} />}
            {content.summary !== '' && (
              <section>
                <Summary summary={content.summary} />
                <SourceList sources={content.summaryCites} />
              </section>
            )}
            <BeginningContext.Provider value={isBeginning}>
              {isQuotation &&
                !isBeginning &&
                listQuotationSections(content).map(({ key, title, body }) => (
                  <section key={key}>
                    <h3>{title}</h3>
                    {body}
                  </section>
                ))}
              {isBeginning ? sections.slice(0, 1) : sections}
            </BeginningContext.Provider>
            {!isBeginning && <OpenInLibrary content={content} actions={actions} />}
            {!isBeginning && <PackProvenance pack={content.pack} />}
          </div>
          <CardFooter
            content={content}
            request={request}
            isOfPage={content.ref === request.subject.ref}
            actions={actions}
          />
        </QuotedNamesContext.Provider>
      </OpenEntityContext.Provider>
    </ContentLanguageContext.Provider>
  );
}

/** The card's lists that have items, in order. */
function makeSections(
  { statements, positions, facts, related }: CardContent,
  events: CardContent['events'],
  onRelated: CardViewProps['onRelated'],
): ComponentChildren[] {
  return [
    statements.length > 0 && (
      <Section key="said" title="cardSaid">
        <MoreList
          atFirst={3}
          class="statements"
          items={statements.map((statement) => <StatementView key={statement.ref} statement={statement} />)}
        />
      </Section>
    ),
    positions.length > 0 && (
      <Section key="positions" title="cardPositions">
        <MoreList
          atFirst={3}
          class="claims"
          items={orderClaims(positions).map((view) => <ClaimView key={view.claim.ref} view={view} />)}
        />
      </Section>
    ),
    facts.length > 0 && (
      <Section key="facts" title="cardFacts">
        <MoreList
          atFirst={4}
          class="facts"
          items={facts.map((fact) => <FactView key={fact.text} fact={fact} />)}
        />
      </Section>
    ),
    events.length > 0 && (
      <Section key="events" title="cardEvents">
        <MoreList
          atFirst={3}
          class="events"
          items={events.map((event) => <DatedLine key={event.text} item={event} />)}
        />
      </Section>
    ),
    related.length > 0 && (
      <Section key="related" title="cardRelated">
        <Related related={related} onRelated={onRelated} />
      </Section>
    ),
  ].filter((section) => section !== false);
}

function CardHeader({ content, previousTitle, nextTitle, onBack, onForward, onClose }: CardViewProps) {
  return (
    <header>
      {(previousTitle !== undefined || nextTitle !== undefined) && (
        <p class="card-nav">
          {previousTitle !== undefined && (
            <NavButton label={text('cardBack', { title: previousTitle })} onClick={onBack}>
              <ArrowLeft class="directional" aria-hidden="true" />
              <PackWords>{previousTitle}</PackWords>
            </NavButton>
          )}
          {nextTitle !== undefined && (
            <NavButton label={text('cardForward', { title: nextTitle })} onClick={onForward}>
              <PackWords>{nextTitle}</PackWords>
              <ArrowRight class="directional" aria-hidden="true" />
            </NavButton>
          )}
        </p>
      )}
      <h2
        id={titleId}
        class={content.title.length > maxLargeLetters ? 'long' : undefined}
        {...useContentLanguage()}
      >
        {content.kind === 'statement' ? <QuotationTitle content={content} /> : content.title}
      </h2>
      {content.kind === 'statement' ? (
        <p class="kind">
          <QuotationOccasion content={content} />
        </p>
      ) : (
        <p class="kind">
          <span class="type">{text(typeTexts[content.type])}</span>
          {content.topic.title !== '' && (
            <span>
              {' · '}
              <PackWords>{content.topic.title}</PackWords>
            </span>
          )}
          {content.outletCount > 1 && <span> · {countedText('cardOutlets', content.outletCount)}</span>}
        </p>
      )}
      <button type="button" class="close icon" aria-label={text('cardClose')} onClick={onClose}>
        <X aria-hidden="true" />
      </button>
    </header>
  );
}

function Summary({ summary }: Pick<CardContent, 'summary'>) {
  return (
    <p class="summary" {...useContentLanguage()}>
      {summary}
    </p>
  );
}

interface NavButtonProps {
  readonly label: string;
  readonly children: ComponentChildren;
  onClick(): void;
}

function NavButton({ label, children, onClick }: NavButtonProps) {
  return (
    <button type="button" title={label} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

function Section({ title, children }: { title: TextKey; children: ComponentChildren }) {
  return (
    <section>
      <h3>{text(title)}</h3>
      {children}
    </section>
  );
}

function Since({ events, pageDate }: { events: CardContent['events']; pageDate: string }) {
  return (
    <section class="since">
      <h3>{text('cardSince')}</h3>
      <MoreList
        atFirst={2}
        class="events"
        items={events.map((event) => <DatedLine key={event.text} item={event} />)}
      />
      <p class="when">{text('cardSinceDate', { date: formatDay(pageDate) })}</p>
    </section>
  );
}

function Related({ related, onRelated }: Pick<CardContent, 'related'> & Pick<CardViewProps, 'onRelated'>) {
  return (
    <MoreList
      atFirst={12}
      class="related"
      items={related.map(({ ref, title, type }) => (
        <li key={ref}>
          <button type="button" title={text(typeTexts[type])} onClick={() => onRelated(ref)}>
            <PackWords>{title}</PackWords>
          </button>
        </li>
      ))}
    />
  );
}
