import type { CDPSession } from 'puppeteer-core';

/** Of one JavaScript heap, in bytes. */
export interface HeapInUse {
  readonly objectBytes: number;
  /** Memory of array buffers outside the heap. */
  readonly bufferBytes: number;
}

/** Objects freed by one collection may let the next free more. */
const collections = 3;

/** Memory in use after collection. Chromium only. */
export async function readHeap(session: CDPSession): Promise<HeapInUse> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < collections; i++) await session.send('HeapProfiler.collectGarbage');
  // Newer than puppeteer's types of the protocol.
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  return { objectBytes: usage.usedSize, bufferBytes: usage.backingStorageSize ?? 0 };
}
