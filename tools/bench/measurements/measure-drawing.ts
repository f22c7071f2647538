import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { callInPage, describeFunction } from '../../browsers/call-in-page.ts';
import type { BrowserName } from '../../browsers/find-browser.ts';
import { type LaunchedExtension, launchExtension } from '../../browsers/launch-extension.ts';
import { servePages } from '../../browsers/serve-pages.ts';
import { waitFor } from '../../browsers/wait-for.ts';
import { measuringOptions } from '../../pages/launch-bare.ts';
import { quietPolicy, readSavedPage } from '../../saved-pages.ts';
import { type Build, listBuilds } from '../builds.ts';
import { type DrawingRow, type DrawingVisit, summariseDrawing } from '../drawing-time.ts';
import type { MeasureOptions } from './measure-options.ts';

/** A page without marks after this time has nothing to show. */
const drawnWithinMs = 4_000;

/**
 * Measures from the load of a page to the frame with its first marks, in wall-clock time, the builds in alternation.
 */
export async function measureDrawing(
  browser: BrowserName,
  { files, repeats, against, onProgress }: MeasureOptions,
): Promise<DrawingRow[]> {
  const server = await servePages();
  const builds: (Build & { readonly extension: LaunchedExtension })[] = [];
  const visits: DrawingVisit[] = [];
  try {
    for (const build of listBuilds(browser, against)) {
      const options = { ...measuringOptions, extensionFolder: build.folder };
      builds.push({ ...build, extension: await launchExtension(browser, options) });
    }
    for (const [number, file] of files.entries()) {
      const address = server.addPage(`/pages/${number}`, readSavedPage(file), {
        'content-security-policy': quietPolicy,
      });
      for (let repeat = 0; repeat < repeats; repeat++) {
        // Skip pages on which this build has drawn nothing before.
        if (repeat > 0 && !visits.some(({ page }) => page === path.basename(file))) break;
        for (const { subject, extension } of builds) {
          const ms = await timeDrawing(extension, address).catch(() => undefined);
          if (ms === undefined) break;
          visits.push({ browser, page: path.basename(file), subject, ms });
        }
      }
      onProgress(`load to marks in ${browser}: ${number + 1} of ${files.length} pages`);
    }
  } finally {
    for (const { extension } of builds) await extension.close();
    await server.close();
  }
  return summariseDrawing(visits);
}

async function timeDrawing({ driver }: LaunchedExtension, address: string): Promise<number | undefined> {
  const page: Page = await driver.browser.newPage();
  try {
    await page.evaluateOnNewDocument(`(${describeFunction(watchForMarks)})()`);
    await page.goto(address, { waitUntil: 'load', timeout: 20_000 });
    await page.bringToFront();
    return await waitFor(
      'marks',
      () => callInPage(page, readTime),
      (ms) => ms !== undefined && ms !== null,
      drawnWithinMs,
    );
  } finally {
    await page.close();
  }
}

interface TimedWindow {
  marksDrawnMs?: number;
}

/** Runs in the page, before its own code: checks in each frame. */
function watchForMarks(): void {
  const poll = () => {
    for (const [name, highlight] of CSS.highlights ?? []) {
      if (!/^[a-p]{16}[a-z0-9]$/.test(name) || highlight.size === 0) continue;
      (globalThis as unknown as TimedWindow).marksDrawnMs = performance.now();
      return;
    }
    requestAnimationFrame(poll);
  };
  requestAnimationFrame(poll);
}

function readTime(): number | undefined {
  const drawnMs = (globalThis as unknown as TimedWindow).marksDrawnMs;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return drawnMs === undefined || !navigation ? undefined : drawnMs - navigation.loadEventStart;
}
