import type { Page } from 'puppeteer-core';
import { countMentions } from '../browsers/ask-extension.ts';
import { callInPage } from '../browsers/call-in-page.ts';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import { readMarks } from '../browsers/page-probes.ts';
import { readHeap } from '../browsers/read-heap.ts';
import { waitFor } from '../browsers/wait-for.ts';
import { type PageFingerprint, readFingerprint } from './page-fingerprint.ts';
import { startTrace, stopTrace, type ThreadCost } from './trace-page.ts';

export interface Visit {
  readonly fingerprint: PageFingerprint;
  readonly marks: readonly string[];
  /** Undefined if the page was not queried, or no content script answered. */
  readonly mentions: number | undefined;
  readonly errors: readonly string[];
  readonly cost: ThreadCost | undefined;
  readonly heapBytes: number | undefined;
}

export interface VisitOptions {
  readonly driver: ExtensionDriver;
  readonly address: string;
  /** One of the extension's own pages, from which its content scripts are queried; undefined in a run without it. */
  readonly surface: Page | undefined;
  /** The factor by which the processor is slowed down; Chromium only. */
  readonly slowdown: number;
}

/** A saved page that takes longer waits for the network, which is off. */
const loadTimeoutMs = 20_000;
/** No event says when a page with nothing to show has been processed; by then the slowest saved page has been. */
const restMs = 1_500;
/** A page without text worth reading has no content script that answers. */
const answerTimeoutMs = 3_000;

/** Loads one page in a tab of its own and reads everything that is compared. */
export async function visitPage(options: VisitOptions): Promise<Visit> {
  const { driver, address, surface, slowdown } = options;
  const page = await driver.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  const session = driver.name === 'chromium' ? await page.createCDPSession() : undefined;
  try {
    // Loads another page of the site first, so that the cost of a new process is not attributed to the page.
    await page.goto(new URL('/start', address).href);
    if (session && slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const isTraced = session !== undefined && surface !== undefined;
    if (isTraced) await startTrace(page);
    await page.goto(address, { waitUntil: 'load', timeout: loadTimeoutMs });
    await page.bringToFront();
    // The query makes the extension read a page that it would otherwise skip, so the cost to a reader's page is
    // measured before it. Runs without the extension wait as long: some pages change by themselves meanwhile.
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const cost = isTraced ? await stopTrace(page) : undefined;
    const quietHeap = isTraced ? await readHeap(session) : undefined;
    const mentions = surface && (await askForMentions(surface, address));
    if (surface) await callInPage(page, waitForFrame);
    const marks = (await callInPage(page, readMarks)).map(({ text }) => text);
    const heapBytes = (quietHeap ?? (session && (await readHeap(session))))?.objectBytes;
    const fingerprint = await callInPage(page, readFingerprint);
    return { fingerprint, marks, mentions, errors, cost, heapBytes };
  } finally {
    await page.close();
  }
}

/** Resolves when the current content has been rendered. */
function waitForFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
}

/** Queries the content script, which answers when it has read the page; returns how many mentions it found. */
async function askForMentions(surface: Page, address: string): Promise<number | undefined> {
  const answer = await waitFor(
    'an answer of the content script',
    () => countMentions(surface, address),
    (count) => count !== null,
    answerTimeoutMs,
  ).catch(() => null);
  return answer ?? undefined;
}
