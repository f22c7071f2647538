/** Changes that come one by one are read together: below this a reader sees no delay. */
const minUpdateIntervalMs = 80;
/** Of a page that keeps changing we take at most one part in so many of the time (5 % is the budget). */
const costRatio = 25;
/** The first reading of a long page takes long, and what the page adds then is not kept waiting for many seconds after it. */
const maxPauseMs = 2_000;

/** A page that never stops changing is followed at a pace at which our share of its time stays small. */
export class UpdateThrottle {
  #nextUpdateAt = 0;

  /** A turn is over, which took this much of the page's time. */
  noteUpdate(workMs: number): void {
    const pauseMs = Math.min(maxPauseMs, workMs * costRatio);
    this.#nextUpdateAt = performance.now() + Math.max(minUpdateIntervalMs, pauseMs);
  }

  /** Resolves to true when the next turn may begin, to false when the signal has stopped it meanwhile. */
  async waitForUpdate(signal: AbortSignal): Promise<boolean> {
    const waitMs = this.#nextUpdateAt - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return !signal.aborted;
  }
}
