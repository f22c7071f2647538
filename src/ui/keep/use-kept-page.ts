import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { KeepOutcome, KeptPage, KeptSummary } from '../../contracts/kept-calls.ts';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { text } from '../../i18n/texts.ts';
import type { KeepServices } from './keep-services.ts';

/** An outcome of a click on "Keep". */
export interface KeptNow {
  readonly outcome: Extract<KeepOutcome, { obstacle: null }>;
  /** What was kept of this address before, if anything. */
  readonly before: KeptSummary | null;
  /** Whether the browser promises to hold it; undefined until it has answered, and if it was not asked. */
  readonly isPersisted: boolean | undefined;
}

export interface KeptState {
  /** Undefined until the background has answered. */
  readonly page: KeptPage | undefined;
  /** The reader has just kept the page. */
  readonly now: KeptNow | undefined;
  readonly isBusy: boolean;
  /** What the latest action could not do, and why; empty if it could. */
  readonly problem: string;
  /** What the latest action has done. */
  readonly said: string;
  /** The latest change of what is kept was made here. */
  readonly canUndo: boolean;
  keep(): void;
  /** Runs a change of the kept article, then says so. */
  change(work: () => Promise<void>, said: string): Promise<void>;
  undo(): void;
}

/** What is kept of the page in a tab, now and after each change. Use it under a key for each page: it begins once. */
export function useKeptPage(tabId: number, services: KeepServices): KeptState {
  const { page, show, refresh, begin, end, isForeign } = useReading(tabId, services);
  const [now, setNow] = useState<KeptNow>();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [isOwnChange, setIsOwnChange] = useState(false);

  /** One at a time; a failure is told, and what is shown is what is kept. */
  async function run(work: () => Promise<void>): Promise<void> {
    if (!begin()) return;
    setIsBusy(true);
    setProblem('');
    setSaid('');
    try {
      await work();
    } catch (error) {
      setProblem(text('actionFailed', { reason: describeFailure(error) }));
      await refresh().catch(() => undefined);
    }
    end();
    setIsBusy(false);
  }

  const keep = () =>
    run(async () => {
      const outcome = await services.keepPage(tabId);
      if (outcome.obstacle !== null) {
        show({ obstacle: outcome.obstacle, kept: null });
        return;
      }
      show({ obstacle: null, kept: outcome.kept });
      setNow({ outcome, before: page === 'failed' ? null : (page?.kept ?? null), isPersisted: undefined });
      setIsOwnChange(!outcome.isUnchanged);
      setSaid(text('keepDone'));
      // Not awaited: Firefox asks the reader, who may never answer.
      void services
        .askForPersistence()
        .then((isPersisted) => setNow((shown) => shown && { ...shown, isPersisted }));
    });
  const change = (work: () => Promise<void>, done: string) =>
    run(async () => {
      await work();
      await refresh();
      setIsOwnChange(true);
      setSaid(done);
    });
  const undo = () =>
    run(async () => {
      await services.undoKept();
      setIsOwnChange(false);
      setNow(undefined);
      await refresh();
      setSaid(text('actionUndone'));
    });
  return {
    page: page === 'failed' ? undefined : page,
    // What was kept here may have been removed in another window.
    now: page !== 'failed' && page?.kept ? now : undefined,
    isBusy,
    problem: problem || (page === 'failed' ? text('keepUnread') : ''),
    said,
    canUndo: isOwnChange && !isForeign,
    keep: () => void keep(),
    change,
    undo: () => void undo(),
  };
}

/** What the background says is kept, and whether another window has changed something since the latest change from here. */
function useReading(tabId: number, services: KeepServices) {
  const [page, setPage] = useState<KeptPage | 'failed'>();
  const [isForeign, setIsForeign] = useState(false);
  const isChanging = useRef(false);
  /** Changes that were reported since the latest one from here began: the first of them is its own. */
  const reportCount = useRef(0);
  /** An answer that was asked for earlier is outdated. */
  const latest = useRef(0);
  const show = useCallback((shown: KeptPage | 'failed') => {
    latest.current += 1;
    setPage(shown);
  }, []);
  const refresh = useCallback(async () => {
    latest.current += 1;
    const request = latest.current;
    const next = await services.getKeptPage(tabId);
    if (request === latest.current) setPage(next);
  }, [tabId, services]);
  useEffect(() => {
    const closing = new AbortController();
    const read = () => void refresh().catch(() => show('failed'));
    read();
    services.watchKept(({ length }) => {
      if (length === 0 && reportCount.current > 0) return;
      reportCount.current += 1;
      // A change from here that changed nothing: what was changed before it is not its own.
      if (length === 0) setIsForeign(true);
      if (isChanging.current) return;
      if (reportCount.current > 1) setIsForeign(true);
      read();
    }, closing.signal);
    return () => closing.abort();
  }, [refresh, show, services]);
  /** False if a change is being made. */
  function begin(): boolean {
    if (isChanging.current) return false;
    isChanging.current = true;
    reportCount.current = 0;
    setIsForeign(false);
    return true;
  }
  function end(): void {
    isChanging.current = false;
  }
  return { page, show, refresh, begin, end, isForeign };
}
