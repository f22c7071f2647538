import { RetrySchedule } from './retry-schedule.ts';

/**
 * Retries a call until it succeeds (`retry-schedule.ts`).
 * @throws the error of the last call, once the signal has aborted
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
