import { Retries } from './retries.ts';

/**
 * Asks, and where that fails asks again (`retries.ts`).
 * @throws what the last question failed with, once the signal has stopped it.
 */
export async function askUntilAnswered<Answer>(
  view: Window,
  ask: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const retries = new Retries();
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(await retries.wait(view, signal))) throw error;
    }
  }
}
