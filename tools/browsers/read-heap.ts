import type { CDPSession } from 'puppeteer-core';

/** Of one JavaScript heap, in bytes. */
export interface HeapInUse {
  readonly objectBytes: number;
  /** What array buffers hold outside the heap. */
  readonly bufferBytes: number;
}

/** What one collection frees may let the next free more. */
const collections = 3;

/** What is in use after collection. Chromium only. */
export async function readHeap(session: CDPSession): Promise<HeapInUse> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < collections; i++) await session.send('HeapProfiler.collectGarbage');
  // Newer than the protocol that puppeteer's types know.
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  return { objectBytes: usage.usedSize, bufferBytes: usage.backingStorageSize ?? 0 };
}
