import { Undo2 } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';
import { useClearance } from './use-clearance.ts';

interface StatusBarProps {
  readonly isError: boolean;
  readonly message: string;
  readonly undoableCount: number;
  onUndo(): void;
}

/** The result of the last change, also announced, with a button to undo it. */
export function StatusBar({ isError, message, undoableCount, onUndo }: StatusBarProps) {
  useUndoKey(undoableCount > 0, onUndo);
  const bar = useRef<HTMLDivElement>(null);
  useClearance(bar);
  return (
    <div ref={bar} class={isError ? 'outcome status-bar problem' : 'outcome status-bar'}>
      <p role="status">{message}</p>
      {/* Stays in place with nothing left to undo: a focused button that disappears loses the reader's place. */}
      {message !== '' && (
        <button
          type="button"
          class="undo"
          aria-disabled={undoableCount === 0}
          aria-keyshortcuts="Control+Z Meta+Z"
          title={text('optionsUndoHint')}
          onClick={() => undoableCount > 0 && onUndo()}
        >
          <Undo2 aria-hidden="true" />
          {text('optionsUndo')}
        </button>
      )}
    </div>
  );
}

/** Ctrl or Cmd and Z where Undo is offered, except in a text field, where it undoes typing. */
function useUndoKey(isOffered: boolean, onUndo: () => void): void {
  useEffect(() => {
    if (!isOffered) return undefined;
    const listener = (event: KeyboardEvent) => {
      const isUndo =
        event.key.toLowerCase() === 'z' &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey;
      if (!isUndo || isTypedInto(event.target)) return;
      event.preventDefault();
      onUndo();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  });
}

function isTypedInto(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && ['text', 'search', 'number', 'url'].includes(target.type);
}
