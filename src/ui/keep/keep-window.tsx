import { useState } from 'preact/hooks';
import type { KeepObstacle, KeepOutcome } from '../../contracts/kept-calls.ts';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { countedText, type TextKey, text } from '../../i18n/texts.ts';
import type { KeepServices } from './keep-services.ts';

interface KeepWindowProps {
  readonly tabId: number;
  readonly services: KeepServices;
  announce(outcome: string): void;
}

const obstacleTexts: Readonly<Record<KeepObstacle, TextKey>> = {
  'no-access': 'keepWindowNoAccess',
  'no-article': 'keepWindowNoArticle',
  private: 'keepWindowPrivate',
};

/** Keeps all articles of the window, and lists what became of each tab. */
export function KeepWindow({ tabId, services, announce }: KeepWindowProps) {
  const [outcomes, setOutcomes] = useState<readonly KeepOutcome[]>();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function keep(): Promise<void> {
    setIsBusy(true);
    setProblem('');
    announce('');
    try {
      const kept = await services.keepWindow(tabId);
      setOutcomes(kept);
      announce(countKept(kept));
    } catch (error) {
      setProblem(text('actionFailed', { reason: describeFailure(error) }));
    }
    setIsBusy(false);
  }

  return (
    <div class="keep-window">
      <button type="button" class="text-button" aria-disabled={isBusy} onClick={() => !isBusy && void keep()}>
        {text(isBusy ? 'keepWindowBusy' : 'keepWindow')}
      </button>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {outcomes !== undefined && (
        <ul>
          {outcomes.map((outcome, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two tabs may show the same page
            <li key={at}>
              <span dir="auto">{titleOf(outcome) || text('panelUntitled')}</span>{' '}
              <span class="hint">{describeOutcome(outcome)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Those that were stored now. */
function countKept(outcomes: readonly KeepOutcome[]): string {
  const stored = outcomes.filter((outcome) => outcome.obstacle === null && !outcome.isUnchanged);
  return countedText('keepWindowKept', stored.length);
}

function titleOf(outcome: KeepOutcome): string {
  return outcome.obstacle === null ? outcome.kept.title : outcome.title;
}

function describeOutcome(outcome: KeepOutcome): string {
  if (outcome.obstacle !== null) return text(obstacleTexts[outcome.obstacle]);
  if (outcome.isUnchanged) return text('keepWindowUnchanged');
  return text('keepWindowNew', { story: outcome.kept.story.title });
}
