/**
 * `npm run bench:surfaces`, after `npm run build`: how soon the options page and the library are interactive, in both
 * browsers, and what a keystroke costs in the search of each with 20,000 entities and 100,000 names. Opening is
 * measured in wall-clock time, so on a busy machine the fastest opening is the most reliable; keystrokes in processor
 * time. Budgets: interactive within 200 ms, a keystroke within 50 ms.
 */
import type { EntityNames } from '../src/contracts/messages.ts';
import { prepareEntityFinder } from '../src/ui/options/find-entities.ts';
import { measureLibraryKeys } from './bench/measurements/measure-library-keys.ts';
import { quantile } from './bench/quantile.ts';
import { createRandom } from './bench/random.ts';
import { type BrowserName, browserNames } from './browsers/find-browser.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { waitFor } from './browsers/wait-for.ts';

const openings = 15;
const entityCount = 20_000;
const nameCount = 100_000;
const surfaces = {
  options: 'src/entrypoints/options.html',
  library: 'src/entrypoints/library.html',
} as const;
/** Words with many results and with few, of one letter and of many, and one without results. */
const typed = ['ba', 'entity', 'gazette 12', 'é', 'no such name'];

async function measureOpening(browser: BrowserName, surface: string): Promise<number[]> {
  const extension = await launchExtension(browser);
  const times: number[] = [];
  try {
    for (let opening = 0; opening < openings; opening += 1) {
      const page = await extension.openExtensionPage(surface);
      const readMark = () =>
        page.call(() => performance.getEntriesByName('sidelight-interactive')[0]?.startTime ?? null);
      times.push((await waitFor('the page to be interactive', readMark, (ms) => ms !== null)) ?? 0);
      await page.close();
    }
  } finally {
    await extension.close();
  }
  return times;
}

/** Each keystroke of a few searches, over entities with three names of made-up words each. */
function measureSearch(): { preparingMs: number; strokesMs: number[] } {
  const random = createRandom(7);
  const pick = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  const word = () => Array.from({ length: 4 }, () => pick('bcdfglmnprst') + pick('aeiou')).join('');
  const entities: EntityNames[] = Array.from({ length: entityCount }, (_, number) => ({
    ref: `bench/e${number}`,
    title: `${word()} ${word()} ${number}`,
    topic: 'bench/topic',
    names: [word(), `${word()} ${word()}`, `É${word()}`],
  }));
  const startedAt = cpuMs();
  const find = prepareEntityFinder(entities);
  const preparingMs = cpuMs() - startedAt;
  const strokesMs = ['ba', 'lapo', 'no such name', '19999', 'é'].flatMap((text) =>
    [...text].map((_, index) => {
      const beganAt = cpuMs();
      find(text.slice(0, index + 1), 12);
      return cpuMs() - beganAt;
    }),
  );
  return { preparingMs, strokesMs };
}

/** Processor time: other work on the machine must not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function summarise(times: readonly number[]): string {
  const at = (share: number) => quantile(times, share).toFixed(1);
  return `best ${at(0)} ms, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`;
}

async function main(): Promise<void> {
  const { preparingMs, strokesMs } = measureSearch();
  console.log(`options search, ${entityCount} entities: prepared once in ${preparingMs.toFixed(0)} ms`);
  console.log(`options search, each of ${strokesMs.length} key strokes: ${summarise(strokesMs)}`);
  for (const browser of browserNames) {
    for (const [name, surface] of Object.entries(surfaces)) {
      const [first = 0, ...others] = await measureOpening(browser, surface);
      console.log(
        `${name} interactive in ${browser}: first ${first.toFixed(0)} ms; then ${summarise(others)}`,
      );
    }
  }
  const keys = await measureLibraryKeys(entityCount, nameCount, typed);
  console.log(
    `library, ${entityCount} entities, main thread, each of ${keys.length} keys: ${summarise(keys.map(({ allCoreMs }) => allCoreMs))}; longest task ${summarise(keys.map(({ maxCoreMs }) => maxCoreMs))}`,
  );
  const slowest = keys.toSorted((a, b) => b.allCoreMs - a.allCoreMs).slice(0, 5);
  for (const { typed, allCoreMs, maxCoreMs } of slowest) {
    console.log(`  “${typed}”: ${allCoreMs.toFixed(0)} ms in all, longest task ${maxCoreMs.toFixed(0)} ms`);
  }
}

await main();
