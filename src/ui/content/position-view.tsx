import type { ComponentChildren } from 'preact';
import { text } from '../../i18n/texts.ts';
import type { CardClaim } from '../../view-models/card-content.ts';
import { useContentLanguage } from './content-language.tsx';
import { QuotedWords } from './quoted-words.tsx';
import { AlteredNote } from './source-line.tsx';

export const stanceTexts = {
  says: 'stanceSays',
  'says-in-part': 'stanceSaysInPart',
  'says-otherwise': 'stanceSaysOtherwise',
  'does-not-mention': 'stanceDoesNotMention',
} as const;

interface PositionViewProps {
  readonly position: CardClaim['positions'][number];
  /** What the context does not show: whose position it is, or on which claim. */
  readonly children: ComponentChildren;
  /** False if the whole page is one altered copy, which says so once. */
  readonly saysAltered?: boolean;
}

export function StanceLabel({ stance }: Pick<CardClaim['positions'][number], 'stance'>) {
  return <span class={`stance ${stance}`}>{text(stanceTexts[stance])}</span>;
}

/** Whether a source only reports what somebody else says. */
export function isReportedVoice(voice: string | undefined): voice is string {
  return voice !== undefined && voice !== 'own';
}

/** One source's position on one claim, with the words that show it. */
export function PositionView({
  position: { source, stance, voice, evidence, note },
  children,
  saysAltered = true,
}: PositionViewProps) {
  const content = useContentLanguage();
  return (
    <li>
      <p>
        {children} <StanceLabel stance={stance} />
        {isReportedVoice(voice) && <span class="when"> {text('claimVoice', { voice })}</span>}
      </p>
      {evidence.map((words) => (
        <p class="quoted" key={words} {...content}>
          “<QuotedWords words={words} />”
        </p>
      ))}
      {saysAltered && <AlteredNote source={source} isShort />}
      {note !== undefined && (
        <p class="note" {...content}>
          {note}
        </p>
      )}
    </li>
  );
}
