import { waitForIdle } from './slice-work.ts';

export interface LatestOptions<Data> {
  readonly view: Window;
  readonly ask: (signal: AbortSignal) => Promise<Data>;
  /** Calls back each time that asking again would bring something else, until the signal aborts. */
  readonly watch: (onChange: () => void, signal: AbortSignal) => void;
  /** Is stopped by its signal before it is run again. */
  readonly run: (data: Data, signal: AbortSignal) => void;
}

/**
 * Runs with what is answered now, and anew whenever that has changed: in a tab that is seen at once, in any other when the
 * reader comes back to it.
 * @throws what the first question failed with.
 */
export async function runWithLatest<Data>(options: LatestOptions<Data>, signal: AbortSignal): Promise<void> {
  const { view, ask, watch, run } = options;
  let isAsking = true;
  let isStale = false;
  let current: AbortController | undefined;

  async function update(): Promise<void> {
    isStale = false;
    const data = await ask(signal);
    if (signal.aborted) return;
    current?.abort();
    current = new AbortController();
    run(data, AbortSignal.any([signal, current.signal]));
  }

  async function follow(): Promise<void> {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    // Several changes in a row, or any number of them while nobody looks, are one.
    while (isStale && (await waitForIdle(view, signal))) await update().catch(() => undefined);
    isAsking = false;
  }

  watch(() => void follow(), signal);
  await update();
  isAsking = false;
  if (isStale) await follow();
}
