import type { Page } from 'puppeteer-core';
import { callInPage } from '../browsers/call-in-page.ts';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import { readMarks } from '../browsers/page-probes.ts';
import { type PageFingerprint, readFingerprint } from './page-fingerprint.ts';
import { type ScriptCost, startProfile, stopProfile } from './profile-page.ts';

export interface Visit {
  readonly fingerprint: PageFingerprint;
  readonly marks: readonly string[];
  readonly mentions: number | undefined;
  readonly errors: readonly string[];
  readonly cost: ScriptCost | undefined;
  readonly heapBytes: number | undefined;
}

export interface VisitOptions {
  readonly driver: ExtensionDriver;
  readonly page: Page;
  readonly address: string;
  readonly isWithExtension: boolean;
  /** How many times slower the processor is made; Chromium only. */
  readonly slowdown: number;
}

/** How long marks may still be coming after the page has loaded, without a way to ask (Firefox). */
const settleMs = 1_500;

/** Loads one page in an open tab and reads everything that is compared. */
export async function visitPage(options: VisitOptions): Promise<Visit> {
  const { driver, page, address, isWithExtension, slowdown } = options;
  const errors: string[] = [];
  const note = (error: unknown): void => {
    errors.push(error instanceof Error ? error.message : String(error));
  };
  page.on('pageerror', note);
  const session = driver.name === 'chromium' ? await page.createCDPSession() : undefined;
  try {
    // The same site first, so that page and profile share one process.
    await page.goto(new URL('/start', address).href);
    if (session && slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (session) await startProfile(session);
    await page.goto(address, { waitUntil: 'load' });
    await page.bringToFront();
    const mentions = isWithExtension ? await waitUntilRead(driver, page, address) : undefined;
    const cost = session && (await stopProfile(session, driver.extensionOrigin));
    const marks = (await callInPage(page, readMarks)).map(({ text }) => text);
    const heapBytes = session && (await readHeap(session));
    const fingerprint = await callInPage(page, readFingerprint);
    return { fingerprint, marks, mentions, errors, cost, heapBytes };
  } finally {
    page.off('pageerror', note);
    await session?.detach();
  }
}

async function readHeap(
  session: NonNullable<Awaited<ReturnType<Page['createCDPSession']>>>,
): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Asks the content script, which answers when it has read the page; returns how many mentions it found. */
async function waitUntilRead(
  driver: ExtensionDriver,
  page: Page,
  address: string,
): Promise<number | undefined> {
  if (driver.name === 'firefox') {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return undefined;
  }
  const worker = await (
    await driver.browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().startsWith(driver.extensionOrigin),
    )
  ).worker();
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await worker?.evaluate(
      `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(address)}))
        .then((tab) => chrome.tabs.sendMessage(tab.id, { to: 'content', call: 'describePage' }, { frameId: 0 }))
        .then((answer) => answer.reply.mentions.reduce((sum, { count }) => sum + count, 0))
        .catch(() => null)`,
    );
    if (typeof answer === 'number') {
      // One frame more, so that what was painted has been drawn.
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))');
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}
