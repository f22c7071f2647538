import { setTimeout as pause } from 'node:timers/promises';

/**
 * Reads again and again until what is read suffices, and returns it.
 * @param what goes into the error: "the card of Rekognition"
 * @throws Error with what was read last, after `timeoutMs`
 */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T>,
  isEnough: (value: T) => boolean,
  // Long, because a machine may be busy with other work; nobody waits so long for what does come.
  timeoutMs = 20_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  let value = await read();
  while (!isEnough(value)) {
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}. Last seen: ${JSON.stringify(value)}`);
    }
    // Short beside what a reader notices, long beside what one look costs the browser.
    await pause(25);
    value = await read();
  }
  return value;
}
