import { setTimeout as pause } from 'node:timers/promises';

/**
 * Polls until the value satisfies the condition, and returns it.
 * @param what names the value in the error: "the card of Rekognition"
 * @throws Error with the last value, after `timeoutMs`
 */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T>,
  isEnough: (value: T) => boolean,
  // Long, because a machine may be busy with other work; it matters only for what never happens.
  timeoutMs = 20_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  let value = await read();
  while (!isEnough(value)) {
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}. Last seen: ${JSON.stringify(value)}`);
    }
    // Too short for a reader to notice, long compared with the cost of one poll.
    await pause(25);
    value = await read();
  }
  return value;
}
