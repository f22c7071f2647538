import { waitForReturn } from './wait-for-return.ts';

/**
 * Asks, and where that fails asks again each time the reader comes back to the page: a background that cannot be reached
 * while a browser starts, or while its extension is being updated, can be a moment later. No clock asks: a page that
 * nobody comes back to costs nothing, and a background that is broken is not called for ever.
 * @throws what the last question failed with, once the signal has stopped it.
 */
export async function askUntilAnswered<Answer>(
  view: Window,
  ask: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(await waitForReturn(view, signal))) throw error;
    }
  }
}
