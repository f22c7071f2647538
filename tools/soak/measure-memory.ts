import type { CDPSession, Page } from 'puppeteer-core';
import { geckoId } from '../../manifest.config.ts';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import { readInWindow } from '../browsers/launch-firefox.ts';
import { readHeap } from '../browsers/read-heap.ts';

/** Megabytes in use by scripts, after a collection. */
export interface MemoryInUse {
  /**
   * In Chromium the page's heap; in Firefox the memory of Sidelight's content scripts in the page's process, including
   * those of earlier pages.
   */
  readonly page: number | undefined;
  readonly background: number | undefined;
}

const megabyte = 1_000_000;

export async function measureMemory(driver: ExtensionDriver, page: Page): Promise<MemoryInUse> {
  if (driver.name === 'firefox') {
    await readInWindow(driver.browser, minimiseMemory);
    return {
      page: await readProcess(
        driver,
        `windows.some(({ documentURI }) => documentURI?.spec === ${JSON.stringify(page.url())})`,
        `path.startsWith('explicit/') && path.includes('(ID: ${geckoId},')`,
      ),
      background: await readProcess(
        driver,
        "type === 'extension'",
        "path.startsWith('js-main-runtime/') && !path.includes('/unused-')",
      ),
    };
  }
  const worker = driver.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(driver.extensionOrigin));
  return {
    page: await readMegabytes(await page.createCDPSession()),
    // A suspended background uses none.
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

/** Like the button in about:memory: each process collects, and drops its back/forward cache. */
const minimiseMemory = `new Promise((resolve) => {
  Services.obs.notifyObservers(null, 'child-mmu-request');
  Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(() => resolve(true));
})`;

/**
 * A part of the memory that the scripts of a process use, from the browser's own report (about:memory), in megabytes.
 * The total of the process is useless: it grows by about 20 MB in its first forty pages, with or without Sidelight, and
 * never shrinks.
 * @param isProcess condition on a process's `type` and `windows` (Firefox: dom/chrome-webidl/ChromeUtils.webidl,
 * ChildProcInfoDictionary)
 * @param isPart condition on the `path` of a line of the report
 */
async function readProcess(
  { browser }: ExtensionDriver,
  isProcess: string,
  isPart: string,
): Promise<number | undefined> {
  const bytes = await readInWindow(
    browser,
    `ChromeUtils.requestProcInfo().then(({ children }) => {
      const found = children.find(({ type, windows }) => ${isProcess});
      return found && new Promise((resolve) => {
        let bytes = 0;
        const add = (process, path, _kind, _units, amount) => {
          if (process.includes('(pid ' + found.pid + ')') && ${isPart}) bytes += amount;
        };
        Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)
          .getReports(add, null, () => resolve(bytes), null, false);
      });
    })`,
  );
  return typeof bytes === 'number' ? bytes / megabyte : undefined;
}
