import { useContext } from 'preact/hooks';
import { PackWords, useContentLanguage } from './content-language.tsx';
import type { ClaimView as ClaimToShow } from './order-claims.ts';
import { PageLinksContext } from './page-links.ts';
import { PositionView } from './position-view.tsx';
import { SourceName } from './source-line.tsx';
import { formatList, text } from './texts.ts';

interface ClaimViewProps {
  readonly view: ClaimToShow;
  /** Stands before the claim: how the present page stands to it. */
  readonly note?: string | undefined;
  /** The passage of the present page that makes it. */
  readonly passage?: string | undefined;
}

/** One claim and each source's position on it, side by side. */
export function ClaimView({ view, note, passage }: ClaimViewProps) {
  const { claim, speaking, silentOutlets, isDisputed, onlyOutlet } = view;
  const content = useContentLanguage();
  const page = useContext(PageLinksContext)?.claim(claim.ref);
  return (
    <li class={isDisputed ? 'claim disputed' : 'claim'}>
      {isDisputed && <p class="label">{text('claimDiffers')}</p>}
      {note !== undefined && <p class="label">{note}</p>}
      <p class="claim-text" {...content}>
        {page === undefined ? claim.text : <a href={page}>{claim.text}</a>}
      </p>
      {passage !== undefined && (
        <p class="passage">
          {text('panelThisPageSays')} <q {...content}>{passage}</q>
        </p>
      )}
      {onlyOutlet !== undefined && <p class="label">{text('quoteReportedOnlyBy', { outlet: onlyOutlet })}</p>}
      <ul class="positions">
        {speaking.map((position, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
          <PositionView key={at} position={position}>
            <SourceName source={position.source} quoted={position.evidence[0]} />
          </PositionView>
        ))}
      </ul>
      {silentOutlets.length > 0 && (
        <p class="silent">
          <PackWords>{formatList(silentOutlets)}</PackWords>: {text('stanceDoesNotMention')}
        </p>
      )}
    </li>
  );
}
