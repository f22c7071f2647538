/**
 * `npx tsx tools/bench-import.ts [--entities 20000] [--names 100000] [--frames 5]`, after `npm run build:chrome`
 *
 * Imports a generated pack into the built extension, in real Chromium, through the options page, and says what it costs: how long it takes,
 * the longest task on any page's main thread meanwhile, and what a tab with an article, and one with as many
 * articles in frames, holds before and after (JavaScript heap and array buffers, after collection).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { importPackFile } from './bench/import-pack-file.ts';
import { makeLargePack } from './bench/large-pack.ts';
import { traceTasks } from './bench/trace-tasks.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '20000' },
    names: { type: 'string', default: '100000' },
    frames: { type: 'string', default: '5' },
  },
});

/** The longest task of any page's main thread meanwhile. */
async function describeTasks(page: Page, work: () => Promise<unknown>): Promise<string> {
  const { longestCoreMs, longestClockMs } = await traceTasks(page, work);
  return `longest task ${Math.round(longestCoreMs)} ms of a core, ${Math.round(longestClockMs)} ms by the clock`;
}

/** Megabytes of a tab's main process after collection: objects and array buffers. */
async function readHeap(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(2);
  return `${megabytes(usage.usedSize)} MB of objects, ${megabytes(usage.backingStorageSize ?? 0)} MB of buffers`;
}

async function main(): Promise<void> {
  const pack = makeLargePack(Number(values.entities), Number(values.names));
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const file = join(folder, 'large.sidelight.json');
  writeFileSync(file, JSON.stringify(pack));
  const some = pack.entities.filter((_, i) => i % 2_000 === 7).map(({ title }) => title);
  const prose = 'The council met on Monday and heard what the police had bought in the spring. '.repeat(60);
  const article = `<main><article><h1>A meeting</h1>${[...some, 'Amazon Rekognition']
    .map((name) => `<p>${prose} It was said that ${name} would come.</p>`)
    .join('')}</article></main>`;
  const server = await servePages();
  const address = server.addPage('/article.html', `<!doctype html>${article}`);
  const frames = `<iframe src="${address}" width="600" height="400"></iframe>`.repeat(Number(values.frames));
  const framed = server.addPage('/frames.html', `<!doctype html>${article}${frames}`);
  const extension = await launchExtension('chromium');
  const openArticle = async (from: string, least: number) => {
    const opened = await extension.openPage(from);
    await opened.waitForMarks((marks) => marks.length >= least);
    return opened;
  };
  const describeTab = async (label: string, from: string, least: number) => {
    const opened = await extension.openPage('about:blank');
    const tasks = await describeTasks(opened.page, async () => {
      await opened.page.goto(from);
      await opened.waitForMarks((marks) => marks.length >= least);
      // The frames come after the page.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    });
    console.log(`${label}: ${await readHeap(opened.page)}; ${tasks}`);
    await opened.close();
  };
  try {
    await describeTab('article, built-in pack', address, 1);
    await describeTab(`article and ${values.frames} frames, built-in pack`, framed, 1);
    const open = await openArticle(address, 1);
    const options = await extension.openExtensionPage('src/options.html');
    const begun = performance.now();
    let read = begun;
    const tasks = await describeTasks(options.page, async () => {
      await importPackFile(options, file, () => {
        read = performance.now();
      });
    });
    const kept = performance.now();
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    console.log(
      `read and checked in ${seconds(begun, read)} s, compiled and stored in ${seconds(read, kept)} s`,
    );
    console.log(`import: ${tasks}`);
    await open.page.bringToFront();
    const shown = performance.now();
    await open.waitForMarks((marks) => marks.length > some.length);
    console.log(
      `open page marked ${((performance.now() - shown) / 1000).toFixed(1)} s after it was looked at`,
    );
    const clicked = performance.now();
    await open.clickMark(some[0] as string);
    await open.waitForCard((text) => text.includes('generated pack'));
    console.log(
      `card of the large pack ${Math.round(performance.now() - clicked)} ms after the click, its pack not yet read`,
    );
    await open.close();
    await describeTab('article, large pack', address, some.length);
    await describeTab(`article and ${values.frames} frames, large pack`, framed, some.length);
  } finally {
    await extension.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

await main();
