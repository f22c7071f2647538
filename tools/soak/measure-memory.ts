import type { CDPSession, Page } from 'puppeteer-core';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import { readInWindow } from '../browsers/launch-firefox.ts';
import { readHeap } from '../browsers/read-heap.ts';

/** Megabytes in use: of Chromium JavaScript heaps after a collection, of Firefox, which tells no heaps, whole processes. */
export interface MemoryInUse {
  readonly page: number | undefined;
  readonly background: number | undefined;
}

const megabyte = 1_000_000;

export async function measureMemory(driver: ExtensionDriver, page: Page): Promise<MemoryInUse> {
  if (driver.name === 'firefox') {
    await readInWindow(driver.browser, minimiseMemory);
    const isOfPage = `windows.some(({ documentURI }) => documentURI?.spec === ${JSON.stringify(page.url())})`;
    return {
      page: await readProcess(driver, isOfPage),
      background: await readProcess(driver, "type === 'extension'"),
    };
  }
  const worker = driver.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(driver.extensionOrigin));
  return {
    page: await readMegabytes(await page.createCDPSession()),
    // Asleep, it uses none.
    background: worker && (await readMegabytes(await worker.createCDPSession()).catch(() => undefined)),
  };
}

async function readMegabytes(session: CDPSession): Promise<number> {
  try {
    return (await readHeap(session)).objectBytes / megabyte;
  } finally {
    await session.detach();
  }
}

/** What the button of about:memory does: each process collects, and lets go what it only keeps for going back. */
const minimiseMemory = `new Promise((resolve) => {
  Services.obs.notifyObservers(null, 'child-mmu-request');
  Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(() => resolve(true));
})`;

/** @param condition on a process's `type` and `windows` (Firefox: dom/chrome-webidl/ChromeUtils.webidl, ChildProcInfoDictionary) */
async function readProcess({ browser }: ExtensionDriver, condition: string): Promise<number | undefined> {
  const bytes = await readInWindow(
    browser,
    `ChromeUtils.requestProcInfo().then(({ children }) => children.find(({ type, windows }) => ${condition})?.memory)`,
  );
  return typeof bytes === 'number' ? bytes / megabyte : undefined;
}
