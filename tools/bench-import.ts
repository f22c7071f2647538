/**
 * `npx tsx tools/bench-import.ts [--entities 20000] [--names 100000] [--frames 5]`, after `npm run build:chrome`
 *
 * Imports a generated pack into the built extension, in real Chromium, through the options page, and measures the cost:
 * the time, the longest task on any page's main thread meanwhile, and the memory (JavaScript heap and array buffers,
 * after collection) before and after of a tab with an article and of one with more articles in frames.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { importPackFile } from './bench/import-pack-file.ts';
import { makeLargePack } from './bench/large-pack.ts';
import { traceTasks } from './bench/trace-tasks.ts';
import { type LaunchedExtension, launchExtension } from './browsers/launch-extension.ts';
import { readHeap } from './browsers/read-heap.ts';
import { type PageServer, servePages } from './browsers/serve-pages.ts';
import { reportCliErrors } from './command-line/cli-error.ts';
import { readArguments, readCount } from './command-line/read-arguments.ts';

/** The longest task on any page's main thread meanwhile. */
async function describeTasks(page: Page, work: () => Promise<unknown>): Promise<string> {
  const { maxCoreMs, maxClockMs } = await traceTasks(page, work);
  return `longest task ${Math.round(maxCoreMs)} ms of a core, ${Math.round(maxClockMs)} ms by the clock`;
}

/** Of a tab's main process. */
async function describeHeap(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const { objectBytes, bufferBytes } = await readHeap(session);
  await session.detach();
  const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(2);
  return `${megabytes(objectBytes)} MB of objects, ${megabytes(bufferBytes)} MB of buffers`;
}

async function main(): Promise<void> {
  const { entityCount, nameCount, frameCount } = readRequest();
  const pack = makeLargePack(entityCount, nameCount);
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const file = join(folder, 'large.sidelight.json');
  writeFileSync(file, JSON.stringify(pack));
  const some = pack.entities.filter((_, i) => i % 2_000 === 7).map(({ title }) => title);
  const server = await servePages();
  const pages = addPages(server, some, frameCount);
  const extension = await launchExtension('chromium');
  const describeTabs = async (pack: string, least: number) => {
    for (const [label, address] of Object.entries(pages)) {
      console.log(`${label}, ${pack} pack: ${await describeTab(extension, address, least)}`);
    }
  };
  try {
    await describeTabs('built-in', 1);
    const open = await extension.openPage(pages.article);
    await open.waitForMarks((marks) => marks.length >= 1);
    await describeImport(extension, file);
    await open.page.bringToFront();
    const shown = performance.now();
    await open.waitForMarks((marks) => marks.length > some.length);
    console.log(`open page marked ${toSeconds(performance.now() - shown)} s after it was looked at`);
    const clicked = performance.now();
    await open.clickMark(some[0] as string);
    await open.waitForCard((text) => text.includes('generated pack'));
    console.log(
      `card of the large pack ${Math.round(performance.now() - clicked)} ms after the click, its pack not yet read`,
    );
    await open.close();
    await describeTabs('large', some.length);
  } finally {
    await extension.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

function readRequest() {
  const options = {
    entities: { type: 'string', default: '20000' },
    names: { type: 'string', default: '100000' },
    frames: { type: 'string', default: '5' },
  } as const;
  const { values } = readArguments(
    { options },
    'Usage: npx tsx tools/bench-import.ts [--entities 20000] [--names 100000] [--frames 5]',
  );
  return {
    entityCount: readCount('--entities', values.entities),
    nameCount: readCount('--names', values.names),
    frameCount: readCount('--frames', values.frames, 0),
  };
}

/** An article that mentions `names`, and one that also has it in frames. */
function addPages(server: PageServer, names: readonly string[], frameCount: number) {
  const prose = 'The council met on Monday and heard what the police had bought in the spring. '.repeat(60);
  const html = `<main><article><h1>A meeting</h1>${[...names, 'Amazon Rekognition']
    .map((name) => `<p>${prose} It was said that ${name} would come.</p>`)
    .join('')}</article></main>`;
  const article = server.addPage('/article.html', `<!doctype html>${html}`);
  const frames = `<iframe src="${article}" width="600" height="400"></iframe>`.repeat(frameCount);
  const framed = server.addPage('/frames.html', `<!doctype html>${html}${frames}`);
  return { article, [`article and ${frameCount} frames`]: framed };
}

async function describeTab(extension: LaunchedExtension, address: string, least: number): Promise<string> {
  const opened = await extension.openPage('about:blank');
  const tasks = await describeTasks(opened.page, async () => {
    await opened.page.goto(address);
    await opened.waitForMarks((marks) => marks.length >= least);
    // The frames load after the page.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  });
  const heap = await describeHeap(opened.page);
  await opened.close();
  return `${heap}; ${tasks}`;
}

async function describeImport(extension: LaunchedExtension, file: string): Promise<void> {
  const options = await extension.openExtensionPage('src/entrypoints/options.html');
  const begun = performance.now();
  let read = begun;
  const tasks = await describeTasks(options.page, () =>
    importPackFile(options, file, () => {
      read = performance.now();
    }),
  );
  const [checkedIn, storedIn] = [read - begun, performance.now() - read];
  console.log(
    `read and checked in ${toSeconds(checkedIn)} s, compiled and stored in ${toSeconds(storedIn)} s`,
  );
  console.log(`import: ${tasks}`);
}

function toSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

await reportCliErrors(main);
