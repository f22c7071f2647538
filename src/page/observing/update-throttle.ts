/** Batches single changes: a reader does not notice a delay below this. */
const minUpdateIntervalMs = 80;
/** On a page that keeps changing we take at most one part in this many of the time (the budget is 5 %). */
const costRatio = 25;
/** The first reading of a long page is slow; what the page adds then must not wait many seconds for its turn. */
const maxPauseMs = 2_000;

/** Limits our share of the time on a page that never stops changing. */
export class UpdateThrottle {
  #nextUpdateAt = 0;

  /** Records a finished pass and how much of the page's time it took. */
  noteUpdate(workMs: number): void {
    const pauseMs = Math.min(maxPauseMs, workMs * costRatio);
    this.#nextUpdateAt = performance.now() + Math.max(minUpdateIntervalMs, pauseMs);
  }

  /** Resolves to true when the next pass may start, to false when the signal aborts first. */
  async waitForUpdate(signal: AbortSignal): Promise<boolean> {
    const waitMs = this.#nextUpdateAt - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return !signal.aborted;
  }
}
