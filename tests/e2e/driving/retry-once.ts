import { setTimeout as pause } from 'node:timers/promises';

/** Half of a hook's time limit: a second try has the other half. */
const maxTryMs = 60_000;

/**
 * Runs a preparation of tests, and once more if it fails or hangs. Vitest retries tests (`vite.config.ts` says why),
 * but no hooks, and a browser that does not start fails all tests of its `describe`.
 * @throws the error of the second try
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
