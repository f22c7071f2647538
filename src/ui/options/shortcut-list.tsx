import { useEffect, useState } from 'preact/hooks';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { type TextKey, text } from '../../i18n/texts.ts';

/** A command of the manifest with its current keys; empty if the browser has assigned none. */
export interface Shortcut {
  readonly command: string;
  readonly keys: string;
}

interface ShortcutListProps {
  getShortcuts(): Promise<readonly Shortcut[]>;
  openShortcutSettings(): Promise<boolean>;
}

/** In display order; browsers list the commands in an order of their own. */
const commandTexts: Readonly<Record<string, TextKey>> = {
  'next-mention': 'commandNextMention',
  'previous-mention': 'commandPreviousMention',
  'open-mention': 'commandOpenMention',
  'keep-article': 'commandKeepArticle',
};

export function ShortcutList({ getShortcuts, openShortcutSettings }: ShortcutListProps) {
  const { shortcuts, problem } = useShortcuts(getShortcuts);
  const [outcome, setOutcome] = useState('');
  const open = () =>
    openShortcutSettings().then(
      (isOpened) => setOutcome(isOpened ? '' : text('optionsShortcutNoWay')),
      (error: unknown) => setOutcome(describeShortcutFailure(error)),
    );
  if (shortcuts === undefined) {
    return (
      <p class="field-problem" role="alert">
        {problem}
      </p>
    );
  }
  if (shortcuts.length === 0) return <p class="hint">{text('optionsShortcutsAbsent')}</p>;
  return (
    <>
      <dl class="shortcuts">
        {inOrder(shortcuts).map(({ command, keys }) => {
          const title = commandTexts[command];
          return (
            <div key={command}>
              <dt>{title === undefined ? command : text(title)}</dt>
              <dd>
                {keys === '' ? (
                  <span class="missing">{text('optionsShortcutNone')}</span>
                ) : (
                  <Keys keys={keys} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {shortcuts.some(({ keys }) => keys === '') && <p class="problem">{text('optionsShortcutMissing')}</p>}
      <button type="button" onClick={() => void open()}>
        {text('optionsShortcutChange')}
      </button>
      <p class="hint" role="status">
        {outcome}
      </p>
    </>
  );
}

function describeShortcutFailure(error: unknown): string {
  return text('optionsShortcutsFailed', { reason: describeFailure(error) });
}

function inOrder(shortcuts: readonly Shortcut[]): Shortcut[] {
  const order = Object.keys(commandTexts);
  return [...shortcuts].sort((a, b) => order.indexOf(a.command) - order.indexOf(b.command));
}

/** Read again whenever the reader returns, perhaps from the page where they changed them. */
function useShortcuts(getShortcuts: ShortcutListProps['getShortcuts']) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const read = () =>
      void getShortcuts().then(setShortcuts, (error: unknown) => setProblem(describeShortcutFailure(error)));
    read();
    addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, [getShortcuts]);
  return { shortcuts, problem };
}

function Keys({ keys }: { keys: string }) {
  // On a Mac the browser writes the signs one after another, without a separator.
  const parts = keys.includes('+') ? keys.split('+') : [keys];
  return parts.map((key, index) => (
    <>
      {index > 0 && '+'}
      <kbd key={key}>{key}</kbd>
    </>
  ));
}
