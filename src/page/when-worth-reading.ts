import { isWorthReading } from './frame-worth.ts';
import { waitForIdle } from './slice-work.ts';

/** A frame that fills later (an embedded article, an application that starts empty) is looked at again, not sooner. */
const lookAgainMs = 1_000;

/**
 * Resolves to true once a reader may be reading here, to false when the signal stopped the wait. Costs a frame that never
 * is one look, and one for each second in which its content or size changes.
 */
export async function whenWorthReading(
  view: Window & typeof globalThis,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    if (!(await waitForIdle(view, signal))) return false;
    if (isWorthReading(view)) return true;
    await nextChange(view, signal);
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  return false;
}

function nextChange(view: Window & typeof globalThis, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const observer = new view.MutationObserver(finish);
    function finish(): void {
      observer.disconnect();
      done.abort();
      resolve();
    }
    observer.observe(view.document, { childList: true, subtree: true });
    view.addEventListener('resize', finish, { signal: done.signal });
    signal.addEventListener('abort', finish, { signal: done.signal });
  });
}
