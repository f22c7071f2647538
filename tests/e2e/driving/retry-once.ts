import { setTimeout as pause } from 'node:timers/promises';

/** Half of what a hook may take: a second try has the other half. */
const maxTryMs = 60_000;

/**
 * Does what comes before the tests, and once more where that fails or hangs. Vitest tries a test twice (`vite.config.ts` says
 * why), but no hook, and a browser that does not come up takes all tests of its `describe` with it.
 * @throws what the second try throws
 */
export async function retryOnce<T>(work: () => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const tooLong = pause(maxTryMs, undefined, { signal: ending.signal }).then(() => {
    throw new Error(`it took longer than ${maxTryMs} ms`);
  });
  try {
    return await Promise.race([work(), tooLong]);
  } catch (error) {
    console.warn('Before the tests, tried a second time, because', error);
    return await work();
  } finally {
    ending.abort();
    tooLong.catch(() => undefined);
  }
}
