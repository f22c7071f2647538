import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { callInPage } from '../../browsers/call-in-page.ts';
import type { BrowserName } from '../../browsers/find-browser.ts';
import { type LaunchedExtension, launchExtension } from '../../browsers/launch-extension.ts';
import { readInWindow } from '../../browsers/launch-firefox.ts';
import { readMarks } from '../../browsers/page-probes.ts';
import { readHeap } from '../../browsers/read-heap.ts';
import { servePages } from '../../browsers/serve-pages.ts';
import { launchBare, measuringOptions } from '../../pages/launch-bare.ts';
import { startTrace, stopTrace } from '../../pages/trace-page.ts';
import { quietPolicy, readSavedPage } from '../../saved-pages.ts';
import { measureMemory } from '../../soak/measure-memory.ts';
import { type AddedRow, baseline, type CostVisit, type PageCost, summariseAdded } from '../added-cost.ts';
import { listBuilds } from '../builds.ts';
import type { MeasureOptions } from './measure-options.ts';

/** No event says when a page with nothing to show has been processed. */
const restMs = 1_500;

interface Subject {
  readonly name: string;
  readonly extension: LaunchedExtension;
}

/**
 * Measures what the extension adds to each page, compared with an extension whose only content script is empty: the
 * same pages, in the same run, each in a fresh document, one subject after the other, so that other work on the machine
 * affects all alike.
 */
export async function measureAdded(
  browser: BrowserName,
  { files, repeats, against, onProgress }: MeasureOptions,
): Promise<AddedRow[]> {
  const server = await servePages();
  const start = server.addPage('/start', '<!doctype html><title>Start</title>');
  const subjects: Subject[] = [];
  const visits: CostVisit[] = [];
  try {
    subjects.push({ name: baseline, extension: await launchBare(browser) });
    subjects.push({
      name: 'empty extension',
      extension: await launchBare(browser, {}, 'empty content script'),
    });
    for (const { subject, folder } of listBuilds(browser, against)) {
      const extension = await launchExtension(browser, { ...measuringOptions, extensionFolder: folder });
      subjects.push({ name: subject, extension });
    }
    // The browser's first page also starts the background.
    for (const { extension } of subjects) await visit(extension, start, start);
    for (const [number, file] of files.entries()) {
      const address = server.addPage(`/pages/${number}`, readSavedPage(file), {
        'content-security-policy': quietPolicy,
      });
      for (let repeat = 0; repeat < repeats; repeat++) {
        for (const { name, extension } of rotate(subjects, number + repeat)) {
          // Some saved pages navigate away, or are missing from the browser's events: they are left out for this
          // subject.
          const measured = await visit(extension, address, start).catch(() => undefined);
          if (measured) visits.push({ browser, page: path.basename(file), subject: name, ...measured });
        }
      }
      onProgress(`added cost in ${browser}: ${number + 1} of ${files.length} pages`);
    }
  } finally {
    for (const { extension } of subjects) await extension.close();
    await server.close();
  }
  return summariseAdded(visits, 'this build');
}

/** Each subject comes first equally often. */
function rotate<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

interface MeasuredVisit {
  readonly cost: PageCost;
  readonly marks: number;
}

async function visit(
  extension: LaunchedExtension,
  address: string,
  start: string,
): Promise<MeasuredVisit | undefined> {
  const page = await extension.driver.browser.newPage();
  try {
    return extension.driver.name === 'firefox'
      ? await visitInFirefox(extension, page, address, start)
      : await visitInChromium(page, address);
  } finally {
    await page.close();
  }
}

/** In a new process, so that no code is cached. */
async function visitInChromium(page: Page, address: string): Promise<MeasuredVisit> {
  await startTrace(page);
  await load(page, address);
  const { scriptMs, taskMs } = await stopTrace(page);
  const { objectBytes } = await readHeap(await page.createCDPSession());
  return { cost: { scriptMs, taskMs, heapBytes: objectBytes }, marks: await countMarks(page) };
}

/**
 * Firefox can be traced only with its profiler, which costs more than what is measured. It reports the processor time
 * of each thread; the previous page is of the same site, so that both are in one process.
 */
async function visitInFirefox(
  extension: LaunchedExtension,
  page: Page,
  address: string,
  start: string,
): Promise<MeasuredVisit | undefined> {
  const { driver } = extension;
  await page.goto(start);
  const before = await readMainThread(extension, start);
  await load(page, address);
  const after = await readMainThread(extension, address);
  if (!before || after?.pid !== before.pid) return undefined;
  const marks = await countMarks(page);
  const heapBytes = ((await measureMemory(driver, page)).page ?? 0) * 1e6;
  const taskMs = (after.cpuNanoseconds - before.cpuNanoseconds) / 1e6;
  return { cost: { scriptMs: undefined, taskMs, heapBytes }, marks };
}

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load', timeout: 20_000 });
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, restMs));
}

async function countMarks(page: Page): Promise<number> {
  return (await callInPage(page, readMarks)).length;
}

interface MainThread {
  readonly pid: number;
  readonly cpuNanoseconds: number;
}

/** The main thread of the process that shows an address; undefined if several processes do, or none. */
async function readMainThread(
  { driver }: LaunchedExtension,
  address: string,
): Promise<MainThread | undefined> {
  const read = await readInWindow(
    driver.browser,
    `ChromeUtils.requestProcInfo().then(({ children }) => children
      .filter(({ windows }) => windows.some(({ documentURI }) => documentURI?.spec === ${JSON.stringify(address)}))
      .flatMap(({ pid, threads }) => threads
        .filter(({ tid }) => tid === pid)
        .map(({ cpuTime }) => ({ pid, cpuNanoseconds: cpuTime }))))`,
  );
  const [thread, another] = read as MainThread[];
  if (!thread || another) return undefined;
  // On Linux Firefox reports a thread's time in ticks of 10 ms, but the system in nanoseconds.
  const file = `/proc/${thread.pid}/task/${thread.pid}/schedstat`;
  if (!existsSync(file)) return thread;
  return { ...thread, cpuNanoseconds: Number(readFileSync(file, 'utf8').split(' ')[0]) };
}
