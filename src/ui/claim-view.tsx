import { useContext } from 'preact/hooks';
import { PackWords, useContentLanguage } from './content-language.tsx';
import type { ClaimView as ClaimToShow, Position } from './order-claims.ts';
import { PageLinksContext } from './page-links.ts';
import { QuotedWords } from './quoted-words.tsx';
import { AlteredNote, SourceName } from './source-line.tsx';
import { formatList, text } from './texts.ts';

const stanceTexts = {
  says: 'stanceSays',
  'says-in-part': 'stanceSaysInPart',
  'says-otherwise': 'stanceSaysOtherwise',
  'does-not-mention': 'stanceDoesNotMention',
} as const;

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
          <PositionView key={at} position={position} />
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

function PositionView({ position: { source, stance, voice, evidence, note } }: { position: Position }) {
  const content = useContentLanguage();
  const isReportedVoice = voice !== undefined && voice !== 'own';
  return (
    <li>
      <p>
        <SourceName source={source} quoted={evidence[0]} />{' '}
        <span class={`stance ${stance}`}>{text(stanceTexts[stance])}</span>
        {isReportedVoice && <span class="when"> {text('claimVoice', { voice })}</span>}
      </p>
      {evidence.map((words) => (
        <p class="quoted" key={words} {...content}>
          “<QuotedWords words={words} />”
        </p>
      ))}
      <AlteredNote source={source} isShort />
      {note !== undefined && (
        <p class="note" {...content}>
          {note}
        </p>
      )}
    </li>
  );
}
