import { Fragment } from 'preact';
import { formatDate } from '../../../i18n/format-date.ts';
import { countedText, formatList, text } from '../../../i18n/texts.ts';
import { excerpt } from '../../../knowledge/text/excerpt.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import type { CardFront, FrontPart, FrontRow } from '../../../view-models/card-front/card-front.ts';
import { compareDates, isAfterDay } from '../../../view-models/order-dates.ts';
import { PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { DateText } from '../../content/date-text.tsx';
import { isReportedVoice, stanceTexts } from '../../content/position-view.tsx';
import { QuotedWords } from '../../content/quoted-words.tsx';
import { OutletName } from '../../content/source-line.tsx';
import { Summary } from './card-sections.tsx';

interface EntityFrontProps {
  readonly content: CardContent;
  readonly front: CardFront;
  readonly pageDate: string | undefined;
  onDates(): void;
}

/** An entity at a glance: what it is, what happened since the page, and who says what. */
export function EntityFront({ content, front, pageDate, onDates }: EntityFrontProps) {
  const words = useContentLanguage();
  return (
    <>
      {content.lead !== '' && (
        <p class="lead-line" {...words}>
          {content.lead}
        </p>
      )}
      {pageDate !== undefined && <Since events={content.events} pageDate={pageDate} onDates={onDates} />}
      {front.parts.map((part) => (
        <Part key={part.key} part={part} title={content.title} pageYear={pageDate?.slice(0, 4)} />
      ))}
      {front.parts.length === 0 && <Summary summary={content.summary} cites={content.summaryCites} />}
    </>
  );
}

/** In characters: some two lines. The whole text is among the dates, to which there is then a link. */
const maxSinceLength = 70;

interface SinceProps extends Pick<CardContent, 'events'> {
  readonly pageDate: string;
  onDates(): void;
}

/** The latest that happened since the page; the rest is among the dates. */
function Since({ events, pageDate, onDates }: SinceProps) {
  const since = events
    .filter(({ date }) => isAfterDay(date, pageDate))
    .toSorted((a, b) => compareDates(b.date, a.date));
  const [latest, ...others] = since;
  if (latest === undefined) return null;
  return (
    <section class="since">
      <p>
        <strong>{text('cardSinceLatest', { date: formatDate(latest.date) })}</strong>{' '}
        <PackWords>{others.length === 0 ? latest.text : excerpt(latest.text, maxSinceLength)}</PackWords>
        {others.length > 0 && (
          <>
            {' '}
            <button type="button" class="since-more" onClick={onDates}>
              {countedText('cardSinceMore', others.length)}
            </button>
          </>
        )}
      </p>
    </section>
  );
}

interface PartProps {
  readonly part: FrontPart;
  /** Of the card: the text of the fact that has what articles call it. */
  readonly title: string;
  readonly pageYear: string | undefined;
}

function Part({ part, title, pageYear }: PartProps) {
  const words = useContentLanguage();
  return (
    <section class="front-part">
      {part.kind === 'fact' ? (
        <h3 class="front-text">
          {part.date !== undefined && <DateText date={part.date} />}{' '}
          {part.text === title ? text('cardDescribedAs') : <PackWords>{part.text}</PackWords>}
        </h3>
      ) : (
        <h3>{headingOf(part)}</h3>
      )}
      {part.kind === 'claim' && (
        <p class="front-text" {...words}>
          {part.text}
        </p>
      )}
      <ul>
        {part.rows.map((row, at) => (
          <Row key={row.source?.id ?? at} row={row} pageYear={pageYear} />
        ))}
      </ul>
    </section>
  );
}

function headingOf(part: Exclude<FrontPart, { kind: 'fact' }>): string {
  const { outletCount, onlyOutlet } = part;
  const extent =
    onlyOutlet !== undefined
      ? text('quoteReportedOnlyBy', { outlet: onlyOutlet })
      : outletCount > 1
        ? countedText('cardOutlets', outletCount)
        : '';
  if (part.kind === 'claim') {
    const differs = part.isDisputed ? text('claimDiffers') : '';
    return [differs, extent].filter(Boolean).join(' · ') || text('cardPositions');
  }
  const date = part.date === undefined ? '' : formatDate(part.date);
  const said = part.speaker === undefined ? text('frontStatement') : (part.speaker ?? text('speakerUnnamed'));
  return [said, date, extent].filter(Boolean).join(' · ');
}

function Row({ row, pageYear }: { readonly row: FrontRow; readonly pageYear: string | undefined }) {
  const { source, isThisPage, words, note, stances } = row;
  const content = useContentLanguage();
  const asides = listAsides(row, pageYear);
  const [stance] = stances;
  return (
    <li class={isThisPage ? 'front-row here' : 'front-row'}>
      <div class="front-outlet">
        {source === undefined || isThisPage ? (
          <span class="outlet">
            {source === undefined ? text('panelThisPage') : <PackWords>{source.outlet}</PackWords>}
          </span>
        ) : (
          <OutletName source={source} quoted={words[0]?.replace(/^…\s|\s…$/gu, '')} />
        )}
        {asides.length > 0 && <small>{formatList(asides)}</small>}
      </div>
      <div class="front-words">
        {words.map((passage, at) => (
          <Fragment key={passage}>
            {at > 0 && ' · '}
            <span class="quoted" {...content}>
              “<QuotedWords words={passage} />”
            </span>
          </Fragment>
        ))}
        {words.length === 0 && note !== undefined && <PackWords>{note}</PackWords>}
        {words.length === 0 && note === undefined && stance !== undefined && text(stanceTexts[stance])}
      </div>
    </li>
  );
}

/** What a reader has to know of the words beside: whose they are, from when, and how much of it. */
function listAsides(
  { source, isThisPage, isAltered, voice, stances, extent }: FrontRow,
  pageYear: string | undefined,
): string[] {
  const year = source?.date.value.slice(0, 4);
  const [stance = 'says'] = stances;
  const asides = [
    isThisPage && source !== undefined && text('frontThisPage'),
    isAltered && text('panelAlteredCopy'),
    year !== undefined && year !== '' && !isThisPage && year !== pageYear && year,
    voice === 'own' && text('frontOwnWords'),
    isReportedVoice(voice) && text('claimVoice', { voice }),
    stances.length === 1 && stance !== 'says' && text(stanceTexts[stance]),
    extent !== undefined && describeExtent(extent),
  ];
  return asides.filter((aside) => aside !== false);
}

function describeExtent({ words, ofWords }: NonNullable<FrontRow['extent']>): string {
  if (ofWords === undefined) return countedText('quoteFragment', words);
  return words === ofWords ? text('frontInFull') : countedText('frontExtent', ofWords, { words });
}
