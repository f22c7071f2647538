import type { Page } from 'puppeteer-core';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import { readInWindow } from '../browsers/launch-firefox.ts';

/**
 * Megabytes in use after a collection: Chromium tells its JavaScript heaps; Firefox only whole processes, of which the
 * page's own cannot be told from others, so that `page` is undefined there.
 */
export interface MemoryInUse {
  readonly page: number | undefined;
  readonly background: number | undefined;
}

const megabyte = 1_000_000;

export async function measureMemory(driver: ExtensionDriver, page: Page): Promise<MemoryInUse> {
  if (driver.name === 'firefox') return { page: undefined, background: await readExtensionProcess(driver) };
  const worker = driver.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(driver.extensionOrigin));
  return {
    page: await readHeap(await page.createCDPSession()),
    // Asleep, it uses none.
    background: worker && (await readHeap(await worker.createCDPSession()).catch(() => undefined)),
  };
}

async function readHeap(session: Awaited<ReturnType<Page['createCDPSession']>>): Promise<number> {
  try {
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / megabyte;
  } finally {
    await session.detach();
  }
}

async function readExtensionProcess({ browser }: ExtensionDriver): Promise<number | undefined> {
  const bytes = await readInWindow(
    browser,
    "ChromeUtils.requestProcInfo().then(({ children }) => children.find(({ type }) => type === 'extension')?.memory)",
  );
  return typeof bytes === 'number' ? bytes / megabyte : undefined;
}
