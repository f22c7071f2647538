import { useEffect, useState } from 'preact/hooks';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { text } from '../../i18n/texts.ts';

/** What a card has hidden, or left out as a wrong match, by the name that a reader knows. */
export interface NamedChange {
  readonly kind: 'entity' | 'exception';
  readonly name: string;
}

interface LastChangeProps {
  readonly tabId: number;
  readonly services: {
    readCardChange(tabId: number): Promise<NamedChange | null>;
    undoCardChange(tabId: number): Promise<void>;
  };
}

/** The latest that a card of the page has changed, with the way back: also for a reader who never meant it. */
export function LastChange({ tabId, services }: LastChangeProps) {
  const [change, setChange] = useState<NamedChange | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    services.readCardChange(tabId).then(setChange, () => setChange(null));
  }, [tabId, services]);
  const undo = () =>
    services.undoCardChange(tabId).then(
      () => {
        setChange(null);
        setSaid(text('actionUndone'));
      },
      (error: unknown) => setSaid(text('actionFailed', { reason: describeFailure(error) })),
    );
  return (
    <div class="change" tabIndex={-1}>
      {change !== null && (
        <p>
          {text(change.kind === 'entity' ? 'toolbarHidden' : 'toolbarWrong', { name: change.name })}{' '}
          <button type="button" onClick={() => void undo()}>
            {text('actionUndo')}
          </button>
        </p>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}
