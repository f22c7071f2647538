/** Calls `check` after each of these delays, in milliseconds from now. */
export function checkLater(waits: readonly number[], check: () => void, signal: AbortSignal): void {
  const timers = waits.map((wait) => setTimeout(() => !signal.aborted && check(), wait));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
}
