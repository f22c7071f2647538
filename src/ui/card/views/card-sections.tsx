import type { ComponentChildren } from 'preact';
import { formatDay } from '../../../i18n/format-date.ts';
import { text } from '../../../i18n/texts.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import { orderClaims } from '../../../view-models/order-claims.ts';
import { isAfterDay } from '../../../view-models/order-dates.ts';
import { MoreList } from '../../components/more-list.tsx';
import { ClaimList } from '../../content/claim-view.tsx';
import { PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { DatedLine } from '../../content/dated-line.tsx';
import { FactView } from '../../content/fact-view.tsx';
import { SourceList } from '../../content/source-line.tsx';
import { StatementView } from '../../content/statement-view.tsx';
import { typeTexts } from '../../content/type-texts.ts';

/** What a link of the card leads to, in place of its front. */
export interface CardSection {
  readonly key: string;
  readonly title: string;
  /** How many items it has; undefined for a text. */
  readonly count?: number;
  /** Called only for the section that is shown. */
  body(): ComponentChildren;
}

/** The key of the section with the dates. */
export const datesKey = 'dates';

/** What an entity's card has besides its front, without empty sections. */
export function listCardSections(
  content: CardContent,
  pageDate: string | undefined,
  onRelated: (ref: string) => void,
): CardSection[] {
  const { statements, positions, facts, events, related } = content;
  const claims = orderClaims(positions);
  const sections: CardSection[] = [
    {
      key: 'quotes',
      title: text('cardQuotes'),
      count: statements.length,
      body: () => (
        <MoreList
          atFirst={3}
          class="statements"
          items={statements.map((statement) => <StatementView key={statement.ref} statement={statement} />)}
        />
      ),
    },
    {
      key: 'claims',
      title: text('cardClaims'),
      count: claims.length,
      body: () => <ClaimList views={claims} atFirst={5} pageDate={pageDate} />,
    },
    { key: 'facts', title: text('cardFacts'), count: facts.length, body: () => <Facts content={content} /> },
    {
      key: datesKey,
      title: text('cardDates'),
      count: events.length,
      body: () => <Dates events={events} pageDate={pageDate} />,
    },
    {
      key: 'related',
      title: text('cardRelated'),
      count: related.length,
      body: () => <Related related={related} onRelated={onRelated} />,
    },
  ];
  return sections.filter(({ count }) => count !== 0);
}

function Facts({ content: { summary, summaryCites, facts } }: Pick<{ content: CardContent }, 'content'>) {
  return (
    <>
      <Summary summary={summary} cites={summaryCites} />
      <MoreList
        atFirst={6}
        class="facts"
        items={facts.map((fact) => <FactView key={fact.text} fact={fact} />)}
      />
    </>
  );
}

/** What it is, in several sentences, with its sources. */
export function Summary({
  summary,
  cites,
}: {
  readonly summary: string;
  readonly cites: CardContent['summaryCites'];
}) {
  const content = useContentLanguage();
  return (
    <div class="summary-block">
      {summary !== '' && (
        <p class="summary" {...content}>
          {summary}
        </p>
      )}
      <SourceList sources={cites} />
    </div>
  );
}

interface DatesProps extends Pick<CardContent, 'events'> {
  readonly pageDate: string | undefined;
}

/** What happened since the page comes first: the rest its reader may know from there. */
function Dates({ events, pageDate }: DatesProps) {
  const since = pageDate === undefined ? [] : events.filter(({ date }) => isAfterDay(date, pageDate));
  const before = events.filter((event) => !since.includes(event));
  const list = (items: CardContent['events']) => (
    <MoreList
      atFirst={8}
      class="events"
      items={items.map((event) => <DatedLine key={event.text} item={event} />)}
    />
  );
  if (pageDate === undefined || since.length === 0) return list(before);
  return (
    <>
      <h4>{text('cardSince')}</h4>
      <p class="when">{text('cardSinceDate', { date: formatDay(pageDate) })}</p>
      {list(since)}
      {before.length > 0 && (
        <>
          <h4>{text('cardBefore')}</h4>
          {list(before)}
        </>
      )}
    </>
  );
}

function Related({
  related,
  onRelated,
}: Pick<CardContent, 'related'> & { readonly onRelated: (ref: string) => void }) {
  return (
    <MoreList
      atFirst={24}
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
