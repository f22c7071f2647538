/**
 * `npm run bench -- [--what a,b] [--pages DIR] [--limit 40] [--repeats 3] [--against DIR] [--browser chromium|firefox]
 * [--json]`, after `npm run build`: measures the figures of docs/performance.md, on saved pages whose own scripts and
 * the network are off.
 *
 * - `added`: processor time and heap that the extension adds to a page, compared with an empty extension; both browsers
 * - `thread`: what runs on the page's own thread, cold, as a ratio to the lower bound (stages/floor.ts); Chromium
 * - `background`: the background's work for a page, warm and just woken, by the number of names and statements;
 *   Chromium
 * - `drawing`: from the load of a page to its marks; both browsers
 * - `messages`: how many messages one changed setting causes with 20 tabs of 3 frames; Chromium
 * - `card`: from the click to the card; Chromium
 * - `hostile`: packs and pages that were made to take long, as a ratio to the built-in pack; Node
 * - `stories`: comparing articles, and whether the time is linear in them; Node
 * - `kept`: what 5,000 kept articles cost the background, as a ratio to none; Node
 *
 * `--against DIR` also measures the builds in another checkout's `dist` folder, in alternation. Other work on the
 * machine only adds to a measurement, so the fastest repeat of each page counts; differences and ratios are taken page
 * by page.
 */
import type { Pack } from '../src/knowledge/pack-schema.ts';
import { compileNames } from '../src/matching/names/compile-names.ts';
import { namesOfPack } from '../src/matching/names/names-of-pack.ts';
import { type BenchPart, type BenchRequest, readBenchRequest, spread } from './bench/bench-request.ts';
import { serveBench } from './bench/bench-server.ts';
import { threadStages } from './bench/list-stages.ts';
import { loadBuiltInPack } from './bench/load-built-in-pack.ts';
import { openBench } from './bench/measurements/measure.ts';
import { measureAdded } from './bench/measurements/measure-added.ts';
import { measureBackground } from './bench/measurements/measure-background.ts';
import { measureCard } from './bench/measurements/measure-card.ts';
import { measureDrawing } from './bench/measurements/measure-drawing.ts';
import { measureHostile } from './bench/measurements/measure-hostile.ts';
import { measureKept } from './bench/measurements/measure-kept.ts';
import { measureMessages } from './bench/measurements/measure-messages.ts';
import type { MeasureOptions } from './bench/measurements/measure-options.ts';
import { measureStages } from './bench/measurements/measure-stages.ts';
import { measureStories } from './bench/measurements/measure-stories.ts';
import { summarise } from './bench/summarise.ts';
import type { BrowserName } from './browsers/find-browser.ts';
import { reportCliErrors } from './command-line/cli-error.ts';

type Rows = readonly object[];

/** Besides Chromium, Firefox is measured on every third page: reading its memory takes some seconds each time. */
const firefoxShare = 3;

async function main(): Promise<void> {
  const request = readBenchRequest();
  const pack = await loadBuiltInPack();
  const results: Partial<Record<BenchPart, Rows>> = {};
  for (const part of request.parts) {
    const rows = await measurePart(part, request, pack);
    results[part] = rows;
    request.onProgress('');
    if (request.isJson) continue;
    console.log(part);
    console.table(rows);
  }
  if (request.isJson) console.log(JSON.stringify({ pages: request.files.length, ...results }));
}

async function measurePart(part: BenchPart, request: BenchRequest, pack: Pack): Promise<Rows> {
  switch (part) {
    case 'added':
      return measureInEach(measureAdded, request);
    case 'drawing':
      return measureInEach(measureDrawing, request);
    case 'messages':
      return measureMessages(request);
    case 'card':
      return measureCard(request);
    case 'hostile':
      return measureHostile(pack, request.repeats);
    case 'stories':
      return measureStories(request.repeats);
    case 'kept':
      return measureKept(pack, request.files, request.repeats);
    default:
      return measureCode(part, request, pack);
  }
}

async function measureInEach(
  measure: (browser: BrowserName, options: MeasureOptions) => Promise<Rows>,
  request: BenchRequest,
): Promise<Rows> {
  const rows: object[] = [];
  for (const browser of request.browsers) {
    const isShare = browser === 'firefox' && request.browsers.length > 1;
    const files = isShare
      ? spread(request.files, Math.ceil(request.files.length / firefoxShare))
      : request.files;
    rows.push(...(await measure(browser, { ...request, files })));
  }
  return rows;
}

/** Measures the code alone, without the extension, in documents of its own. */
async function measureCode(part: 'thread' | 'background', request: BenchRequest, pack: Pack): Promise<Rows> {
  const server = await serveBench(request.files);
  try {
    const bench = await openBench();
    try {
      if (part === 'background') return await measureBackground({ bench, server }, pack, request);
      const index = server.offer('index', compileNames(namesOfPack(pack)));
      return summarise(await measureStages({ bench, server }, threadStages, { index }, request));
    } finally {
      await bench.close();
    }
  } finally {
    server.close();
  }
}

await reportCliErrors(main);
