import { text } from '../../i18n/texts.ts';
import type { Stance } from '../../knowledge/pack-schema.ts';
import type { OrderedPosition } from '../../view-models/order-claims.ts';
import { useContentLanguage } from './content-language.tsx';
import { QuotedWords } from './quoted-words.tsx';

export const stanceTexts = {
  says: 'stanceSays',
  'says-in-part': 'stanceSaysInPart',
  'says-otherwise': 'stanceSaysOtherwise',
  'does-not-mention': 'stanceDoesNotMention',
} as const;

/** Whether a source takes its position in somebody else's words, who is named then. */
export function isReportedVoice(voice: string | undefined): voice is string {
  return voice !== undefined && voice !== 'own';
}

/** "Says so": begins a row, so the first letter is a capital one. */
export function StanceName({ stance }: { stance: Stance }) {
  return <span class="stance-name">{text(stanceTexts[stance])}</span>;
}

interface PositionWordsProps {
  readonly position: OrderedPosition;
  /** False to show only in whose words, if not in the source's own. */
  readonly hasWords?: boolean;
}

/** In whose words a source takes a position, if not in its own; these words; and what is to be known of them. */
export function PositionWords({ position: { voice, evidence, note }, hasWords = true }: PositionWordsProps) {
  const content = useContentLanguage();
  return (
    <>
      {isReportedVoice(voice) && <span class="voice"> {text('claimVoice', { voice })}</span>}
      {hasWords &&
        evidence.map((words) => (
          <span class="quoted" key={words} {...content}>
            {' '}
            “<QuotedWords words={words} />”
          </span>
        ))}
      {hasWords && note !== undefined && (
        <span class="note" {...content}>
          {' '}
          {note}
        </span>
      )}
    </>
  );
}
