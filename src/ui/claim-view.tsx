import type { ClaimView as ClaimToShow, Position } from './order-claims.ts';
import { AlteredNote, SourceName } from './source-line.tsx';
import { text } from './texts.ts';

const stanceTexts = {
  says: 'stanceSays',
  'says-in-part': 'stanceSaysInPart',
  'says-otherwise': 'stanceSaysOtherwise',
  'does-not-mention': 'stanceDoesNotMention',
} as const;

/** One claim and each source's position on it, side by side. */
export function ClaimView({ view }: { view: ClaimToShow }) {
  const { claim, speaking, silentOutlets, isDisputed, onlyOutlet } = view;
  return (
    <li class={isDisputed ? 'claim disputed' : 'claim'}>
      {isDisputed && <p class="label">{text('claimDiffers')}</p>}
      <p class="claim-text">{claim.text}</p>
      {onlyOutlet !== undefined && <p class="label">{text('quoteReportedOnlyBy', { outlet: onlyOutlet })}</p>}
      <ul class="positions">
        {speaking.map((position, at) => (
          <PositionView key={at} position={position} />
        ))}
      </ul>
      {silentOutlets.length > 0 && (
        <p class="silent">
          {silentOutlets.join(', ')}: {text('stanceDoesNotMention')}
        </p>
      )}
    </li>
  );
}

function PositionView({ position: { source, stance, voice, evidence, note } }: { position: Position }) {
  const isReportedVoice = voice !== undefined && voice !== 'own';
  return (
    <li>
      <p>
        <SourceName source={source} /> <span class={`stance ${stance}`}>{text(stanceTexts[stance])}</span>
        {isReportedVoice && <span class="when"> {text('claimVoice', { voice })}</span>}
      </p>
      {evidence.map((words) => (
        <p class="quoted" key={words}>
          “{words}”
        </p>
      ))}
      <AlteredNote source={source} />
      {note !== undefined && <p class="note">{note}</p>}
    </li>
  );
}
