import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeptCalls } from '../../../contracts/kept-calls.ts';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { text } from '../../../i18n/texts.ts';

/** Changes what is kept. Rejects with the reason if it could not be stored. */
export type CallKept = <Name extends keyof KeptCalls>(
  call: Name,
  ...request: Parameters<KeptCalls[Name]>
) => Promise<ReturnType<KeptCalls[Name]>>;

/** What the library needs to change what is kept, and to follow it. */
export interface KeptServices {
  readonly call: CallKept;
  /** Calls back after each change, here or elsewhere, with the ids of the stories that it has changed: none if it changed nothing. */
  watch(onChange: (stories: readonly string[]) => void): void;
}

export interface KeptOutcome {
  readonly message: string;
  readonly isError: boolean;
  readonly canUndo: boolean;
  /** Increases whenever something has changed, here or elsewhere. */
  readonly changeCount: number;
  /**
   * Carries out a change and reports it. @param done what has happened then
   * @returns whether it has
   */
  act(work: (call: CallKept) => Promise<unknown>, done: string): Promise<boolean>;
  /** Reports what changed nothing that is kept. */
  report(message: string, isError?: boolean): void;
  undo(): void;
}

/** The result of the last change of what is kept. */
export function useKeptOutcome({ call, watch }: KeptServices): KeptOutcome {
  const [outcome, setOutcome] = useState({ message: '', isError: false, canUndo: false });
  const [changeCount, setChangeCount] = useState(0);
  /** Own changes that have not been announced yet: one that is made elsewhere is not this page's to undo. */
  const expected = useRef(0);
  /** The latest change was made here, as far as is known. */
  const isOwn = useRef(false);
  useEffect(() => {
    watch(({ length }) => {
      if (length > 0) setChangeCount((count) => count + 1);
      if (expected.current > 0) {
        expected.current -= 1;
        isOwn.current = length > 0;
      } else if (length > 0) isOwn.current = false;
      setOutcome((last) => ({ ...last, canUndo: last.canUndo && isOwn.current }));
    });
  }, [watch]);
  const actions = useMemo(() => {
    const act = async (work: (call: CallKept) => Promise<unknown>, done: string, canUndo: boolean) => {
      expected.current += 1;
      isOwn.current = true;
      // Until it has happened: a second Ctrl+Z would undo something else.
      setOutcome((last) => ({ ...last, canUndo: false }));
      try {
        await work(call);
        setOutcome({ message: done, isError: false, canUndo: canUndo && isOwn.current });
        return true;
      } catch (error) {
        expected.current = Math.max(0, expected.current - 1);
        setOutcome({ message: describeFailure(error), isError: true, canUndo: false });
        return false;
      }
    };
    return {
      act: (work: (call: CallKept) => Promise<unknown>, done: string) => act(work, done, true),
      report: (message: string, isError = false) => setOutcome({ message, isError, canUndo: false }),
      undo: () => void act((callKept) => callKept('undoKept'), text('storiesUndone'), false),
    };
  }, [call]);
  return { ...outcome, changeCount, ...actions };
}
