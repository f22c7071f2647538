import { useContext } from 'preact/hooks';
import { countedText, formatList, text } from '../../i18n/texts.ts';
import { countOutlets, groupPositions, mainYear } from '../../view-models/group-positions.ts';
import type { OrderedClaim } from '../../view-models/order-claims.ts';
import { MoreList } from '../components/more-list.tsx';
import { PackWords, useContentLanguage } from './content-language.tsx';
import { PageLinksContext } from './page-links.ts';
import { PositionWords, StanceName } from './position-view.tsx';
import { SourceName } from './source-line.tsx';

interface ClaimViewProps {
  readonly view: OrderedClaim;
  /** The passage of the current page that makes the claim. */
  readonly passage?: string | undefined;
  /** The day of the page that is being read, if any: `2020-06-10`. */
  readonly pageDate?: string | null | undefined;
  /** Shows who says so and who does not; their words on demand. For a long list beside a page that is being read. */
  readonly isFolded?: boolean;
  /** False under a heading that says already that sources differ. */
  readonly saysDiffer?: boolean | undefined;
}

/**
 * One claim, and who says so, who says less and who says otherwise, each with the words that show it.
 *
 * Only a year that differs is shown with an outlet: from the page's, because its reader knows that one; without a
 * page from the year of most of the sources, which is named once above them. Not from the claim's own year: a report
 * of 2020 on a study of 2018 would say at each outlet what is true of all.
 */
export function ClaimView({ view, passage, pageDate, isFolded = false, saysDiffer = true }: ClaimViewProps) {
  const { claim, speaking, silentOutlets } = view;
  const content = useContentLanguage();
  const page = useContext(PageLinksContext)?.claim(claim.ref);
  const knownYear = pageDate?.slice(0, 4) ?? mainYear(speaking);
  const isTold = view.isDisputed && saysDiffer;
  const summary = summarise(view, pageDate ? undefined : knownYear);
  return (
    <li class={view.isDisputed ? 'claim disputed' : 'claim'}>
      <p class="claim-text" {...content}>
        {page === undefined ? claim.text : <a href={page}>{claim.text}</a>}
      </p>
      {(isTold || summary !== '') && (
        <p class="label">
          {isTold && <strong>{text('claimDiffers')}</strong>}
          {isTold && summary !== '' && ' · '}
          {summary}
        </p>
      )}
      {passage !== undefined && (
        <p class="passage">
          {text('panelThisPageSays')} <q {...content}>{passage}</q>
        </p>
      )}
      <Stances speaking={speaking} knownYear={knownYear} hasWords={!isFolded} />
      {silentOutlets.length > 0 && (
        <p class="silent">
          <StanceName stance="does-not-mention" />: <PackWords>{formatList(silentOutlets)}</PackWords>
        </p>
      )}
      {isFolded && (
        <details>
          <summary>{text('claimWords')}</summary>
          <Stances speaking={speaking} knownYear={knownYear} hasWords />
        </details>
      )}
    </li>
  );
}

interface ClaimListProps extends Pick<ClaimViewProps, 'pageDate' | 'saysDiffer'> {
  readonly views: readonly OrderedClaim[];
  /** How many claims are shown at first. */
  readonly atFirst: number;
}

/** Claims with the words of their sources. */
export function ClaimList({ views, atFirst, pageDate, saysDiffer }: ClaimListProps) {
  return (
    <MoreList
      atFirst={atFirst}
      class="claims"
      items={views.map((view) => (
        <ClaimView key={view.claim.ref} view={view} pageDate={pageDate} saysDiffer={saysDiffer} />
      ))}
    />
  );
}

/** How many outlets speak, and of which year they are if the reader does not know it. */
function summarise({ onlyOutlet, speaking }: OrderedClaim, year?: string): string {
  const outletCount = countOutlets(speaking);
  const parts = [
    onlyOutlet !== undefined && text('quoteReportedOnlyBy', { outlet: onlyOutlet }),
    outletCount > 1 && countedText('cardOutlets', outletCount),
    year,
  ];
  return parts.filter(Boolean).join(' · ');
}

interface StancesProps extends Pick<OrderedClaim, 'speaking'> {
  /** Not repeated with each outlet. */
  readonly knownYear: string | undefined;
  readonly hasWords: boolean;
}

/** A row for each stance: its name, then its outlets. */
function Stances({ speaking, knownYear, hasWords }: StancesProps) {
  return (
    <dl class="stances">
      {groupPositions(speaking).map(({ stance, sources }) => (
        <div key={stance} class={stance}>
          <dt>
            <StanceName stance={stance} />
          </dt>
          <dd>
            <ul>
              {sources.map(({ source, positions }) => (
                <li key={source.id}>
                  <SourceName source={source} quoted={positions[0]?.evidence[0]} knownYear={knownYear} />
                  {positions.map((position, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
                    <PositionWords key={at} position={position} hasWords={hasWords} />
                  ))}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
