import { RetrySchedule } from './retry-schedule.ts';

/**
 * Asks, and where that fails asks again (`retry-schedule.ts`).
 * @throws what the last question failed with, once the signal has stopped it.
 */
export async function retryUntilAnswered<Answer>(
  win: Window,
  ask: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const retries = new RetrySchedule();
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(await retries.wait(win, signal))) throw error;
    }
  }
}
