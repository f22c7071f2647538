import { useState } from 'preact/hooks';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { text } from '../../i18n/texts.ts';
import { copyText } from '../components/copy-text.ts';

export interface ActionOutcome {
  readonly message: string;
  /** A text that could not be copied, shown for copying by hand. */
  readonly manual?: string;
  /** Undoes the action. */
  readonly undo?: () => Promise<void>;
}

/** The result of the latest action. */
export function useOutcome() {
  const [outcome, setOutcome] = useState<ActionOutcome>({ message: '' });
  return {
    outcome,
    async copy(words: string, done: string): Promise<void> {
      const isCopied = await copyText(words);
      setOutcome(isCopied ? { message: done } : { message: text('actionCopyFailed'), manual: words });
    },
    /** @param undo is also offered if the work fails: the work may be an undo, which can then be tried again */
    act(work: () => Promise<void>, done: ActionOutcome, undo?: ActionOutcome['undo']): Promise<void> {
      return work().then(
        () => setOutcome(done),
        (error: unknown) =>
          setOutcome({
            message: text('actionFailed', { reason: describeFailure(error) }),
            ...(undo && { undo }),
          }),
      );
    },
  };
}
