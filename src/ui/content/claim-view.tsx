import { Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import { formatList, text } from '../../i18n/texts.ts';
import type { OrderedClaim } from '../../view-models/order-claims.ts';
import { PackWords, useContentLanguage } from './content-language.tsx';
import { PageLinksContext } from './page-links.ts';
import { isReportedVoice, PositionView, StanceLabel } from './position-view.tsx';
import { SourceName } from './source-line.tsx';

interface ClaimViewProps {
  readonly view: OrderedClaim;
  /** The passage of the current page that makes the claim. */
  readonly passage?: string | undefined;
  /** Shows who says so and who does not; their words on demand. For a long list beside a page that is being read. */
  readonly isFolded?: boolean;
}

/** One claim and each source's position on it, side by side. */
export function ClaimView({ view, passage, isFolded = false }: ClaimViewProps) {
  const { claim, speaking, silentOutlets, isDisputed, onlyOutlet } = view;
  const content = useContentLanguage();
  const page = useContext(PageLinksContext)?.claim(claim.ref);
  return (
    <li class={isDisputed ? 'claim disputed' : 'claim'}>
      {isDisputed && <p class="label">{text('claimDiffers')}</p>}
      <p class="claim-text" {...content}>
        {page === undefined ? claim.text : <a href={page}>{claim.text}</a>}
      </p>
      {passage !== undefined && (
        <p class="passage">
          {text('panelThisPageSays')} <q {...content}>{passage}</q>
        </p>
      )}
      {onlyOutlet !== undefined && <p class="label">{text('quoteReportedOnlyBy', { outlet: onlyOutlet })}</p>}
      {isFolded ? <OutletsByStance speaking={speaking} /> : <Positions speaking={speaking} />}
      {silentOutlets.length > 0 && (
        <p class="silent">
          <PackWords>{formatList(silentOutlets)}</PackWords>: {text('stanceDoesNotMention')}
        </p>
      )}
      {isFolded && (
        <details>
          <summary>{text('claimWords')}</summary>
          <Positions speaking={speaking} />
        </details>
      )}
    </li>
  );
}

function Positions({ speaking }: Pick<OrderedClaim, 'speaking'>) {
  return (
    <ul class="positions">
      {speaking.map((position, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
        <PositionView key={at} position={position}>
          <SourceName source={position.source} quoted={position.evidence[0]} />
        </PositionView>
      ))}
    </ul>
  );
}

/**
 * One line for each stance, with the outlets that take it: in whose words, if not their own, and whose copy
 * is altered.
 */
function OutletsByStance({ speaking }: Pick<OrderedClaim, 'speaking'>) {
  const stances = [...new Set(speaking.map(({ stance }) => stance))];
  return (
    <ul class="stances">
      {stances.map((stance) => (
        <li key={stance}>
          <StanceLabel stance={stance} />{' '}
          {listSpeakers(speaking.filter((position) => position.stance === stance)).map((speaker, at) => (
            <Fragment key={`${speaker.outlet} ${speaker.asides}`}>
              {at > 0 && ', '}
              <PackWords>{speaker.outlet}</PackWords>
              {speaker.asides !== '' && <span class="when"> ({speaker.asides})</span>}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface Speaker {
  readonly outlet: string;
  readonly asides: string;
}

/** Each outlet once, even if it has several articles. */
function listSpeakers(positions: OrderedClaim['speaking']): readonly Speaker[] {
  const speakers = positions.map(({ source, voice }) => {
    const asides = [
      ...(isReportedVoice(voice) ? [text('claimVoice', { voice })] : []),
      ...(source.rewordedFrom === undefined ? [] : [text('panelAlteredCopy')]),
    ];
    return { outlet: source.outlet, asides: asides.join('; ') };
  });
  return [...new Map(speakers.map((speaker) => [JSON.stringify(speaker), speaker])).values()];
}
