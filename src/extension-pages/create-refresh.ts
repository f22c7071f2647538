/** Receives the result of each refresh; of two that overlap, only the later one's. */
export interface RefreshOptions<Seen> {
  readonly read: () => Promise<Seen>;
  readonly onSeen: (seen: Seen) => void;
  readonly onProblem: (problem: unknown) => void;
  /** A page that is still being read reports repeatedly: refresh once, this long after the last report. */
  readonly settleMs: number;
}

/**
 * Refreshes at once, and again after each call of the returned function; calls nothing back after `signal` has aborted.
 */
export function createRefresh<Seen>(
  { read, onSeen, onProblem, settleMs }: RefreshOptions<Seen>,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  const refresh = async () => {
    run += 1;
    const mine = run;
    const isLatest = () => mine === run && !signal.aborted;
    try {
      const seen = await read();
      if (isLatest()) onSeen(seen);
    } catch (problem) {
      if (isLatest()) onProblem(problem);
    }
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  void refresh();
  return () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    timer = setTimeout(() => void refresh(), settleMs);
  };
}
