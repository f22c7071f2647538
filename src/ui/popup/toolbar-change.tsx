import { useEffect, useState } from 'preact/hooks';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { text } from '../../i18n/texts.ts';

/** An entity hidden, a topic switched off or an exception added by a card; with the name that readers know. */
export interface NamedChange {
  readonly kind: 'entity' | 'topic' | 'exception';
  readonly name: string;
}

const changeTexts = {
  entity: 'toolbarHidden',
  topic: 'toolbarTopicOff',
  exception: 'toolbarWrong',
} as const;

interface LastChangeProps {
  readonly tabId: number;
  readonly services: {
    readCardChange(tabId: number): Promise<NamedChange | null>;
    undoCardChange(tabId: number): Promise<void>;
  };
}

/** The last change made by a card of the page, with undo: also for readers who never meant it. */
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
          {text(changeTexts[change.kind], { name: change.name })}{' '}
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
