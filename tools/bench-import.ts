/**
 * `npx tsx tools/bench-import.ts [--entities 20000] [--names 100000] [--frames 5]`, after `npm run build:chrome`
 *
 * Imports a generated pack into the built extension, in real Chromium, through the options page, and says what it costs: how long it takes,
 * the longest task of the options page and of an open page meanwhile, and what a tab with an article, and one with as many
 * articles in frames, holds before and after (JavaScript heap and array buffers, after collection).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { makeLargePack } from './bench/large-pack.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '20000' },
    names: { type: 'string', default: '100000' },
    frames: { type: 'string', default: '5' },
  },
});

/** Counts tasks over 50 ms in a page from now on, content scripts included: they run on its main thread. */
const watchTasks = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { tasks: number[] };
    scope.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) scope.tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
const readTasks = (page: Page) => page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);

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
    await watchTasks(opened.page);
    await opened.waitForMarks((marks) => marks.length >= least);
    return opened;
  };
  const describeTab = async (label: string, from: string, least: number) => {
    const opened = await openArticle(from, least);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const [heap, tasks] = [await readHeap(opened.page), await readTasks(opened.page)];
    console.log(`${label}: ${heap}; tasks over 50 ms: ${tasks.join(', ') || 'none'}`);
    await opened.close();
  };
  try {
    await describeTab('article, built-in pack', address, 1);
    await describeTab(`article and ${values.frames} frames, built-in pack`, framed, 1);
    const open = await openArticle(address, 1);
    const options = await extension.openExtensionPage('src/options.html');
    const field = (await options.page.waitForSelector(
      '#packs input[type=file]',
    )) as ElementHandle<HTMLInputElement>;
    await watchTasks(options.page);
    const begun = performance.now();
    await field.uploadFile(file);
    const agree = await options.page.waitForSelector('#packs .primary', { timeout: 120_000 });
    const read = performance.now();
    await agree?.click();
    await options.page.waitForFunction(() => !document.querySelector('#packs .progress'), {
      timeout: 120_000,
    });
    const kept = performance.now();
    console.log(
      `read and checked in ${((read - begun) / 1000).toFixed(1)} s, compiled and stored in ${((kept - read) / 1000).toFixed(1)} s`,
    );
    console.log(`options page, tasks over 50 ms: ${(await readTasks(options.page)).join(', ') || 'none'}`);
    await open.page.bringToFront();
    const shown = performance.now();
    await open.waitForMarks((marks) => marks.length > some.length);
    console.log(
      `open page marked ${((performance.now() - shown) / 1000).toFixed(1)} s after it was looked at`,
    );
    console.log(`open page, tasks over 50 ms: ${(await readTasks(open.page)).join(', ') || 'none'}`);
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
