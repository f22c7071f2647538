import { join } from 'node:path';
import type { DrivenPage } from '../../browsers/driven-page.ts';
import { type LaunchedExtension, launchExtension } from '../../browsers/launch-extension.ts';
import { servePages } from '../../browsers/serve-pages.ts';
import { waitFor } from '../../browsers/wait-for.ts';
import { type Build, listBuilds } from '../builds.ts';
import { quantile } from '../quantile.ts';
import type { MeasureOptions } from './measure-options.ts';

/** One way of clicking, for one kind of opening. */
export interface CardRow {
  readonly build: string;
  /** `at once`: pointer, press and release in one moment, as only a machine does. */
  readonly click: Click;
  readonly opening: 'first on a page' | 'later';
  readonly count: number;
  /** Other work on the machine only adds. */
  readonly fastestMs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

const clicks = ['at once', 'by hand', 'after a rest'] as const;
type Click = (typeof clicks)[number];
/** How long the pointer rests before the click of a reader who aims. */
const restMs = 300;
/** How long a mouse button stays down in an unhurried click. */
const pointerPressMs = 80;
/** Terms of the demonstration article, each marked at least once. */
const terms = ['Rekognition', 'Gender Shades', 'Joy Buolamwini', 'Timnit Gebru'];

/**
 * Measures from the timestamp of the trusted click to the end of the frame in which the card appears, in real Chromium
 * with the built extension on the demonstration article, the background awake; the builds in alternation.
 */
export async function measureCard({ repeats, against, onProgress }: MeasureOptions): Promise<CardRow[]> {
  const server = await servePages();
  const builds: (Build & { readonly extension: LaunchedExtension })[] = [];
  const times = new Map<string, number[]>();
  try {
    for (const build of listBuilds('chromium', against)) {
      builds.push({
        ...build,
        extension: await launchExtension('chromium', { extensionFolder: build.folder }),
      });
    }
    const address = `${server.addFolder('/', join(import.meta.dirname, '../../../assets/demo'))}article.html`;
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const click of clicks) {
        for (const { subject, extension } of builds) {
          const page = await extension.openPage(address);
          for (const [number, term] of terms.entries()) {
            const key = [subject, click, number === 0 ? 'first on a page' : 'later'].join('|');
            times.set(key, [...(times.get(key) ?? []), await timeOpening(page, term, click)]);
          }
          await page.close();
        }
      }
      onProgress(`cards: ${repeat + 1} of ${repeats} rounds`);
    }
  } finally {
    for (const { extension } of builds) await extension.close();
    await server.close();
  }
  return [...times].map(([key, all]) => {
    const [build, click, opening] = key.split('|') as [string, Click, CardRow['opening']];
    return {
      build,
      click,
      opening,
      count: all.length,
      fastestMs: round(Math.min(...all)),
      medianMs: round(quantile(all, 0.5)),
      p95Ms: round(quantile(all, 0.95)),
    };
  });
}

async function timeOpening(page: DrivenPage, term: string, click: Click): Promise<number> {
  const marks = await page.waitForMarks((all) => all.some(({ text }) => text.replace(/\s+/g, ' ') === term));
  const written = marks.find(({ text }) => text.replace(/\s+/g, ' ') === term)?.text ?? term;
  await page.call(watchNextClick);
  if (click === 'after a rest') await rest(page, written);
  await page.clickMark(written, 0, undefined, click === 'at once' ? 0 : pointerPressMs);
  const ms = await waitFor(
    `the card of ${term}`,
    () => page.call(readTime),
    (value) => value !== undefined,
  );
  await page.press('Escape');
  await page.waitForNoCard();
  return ms ?? Number.NaN;
}

/** A fixed delay: the pointer stays where it is, so there is nothing else to wait for. */
async function rest(page: DrivenPage, text: string): Promise<void> {
  await page.moveMouseTo(await page.boxOfMark(text));
  await new Promise((resolve) => setTimeout(resolve, restMs));
}

interface TimedWindow {
  cardShownMs?: number | undefined;
}

/** Runs in the page, which sees that a box is open, and in which frame, but not its content. */
function watchNextClick(): void {
  const scope = globalThis as unknown as TimedWindow;
  scope.cardShownMs = undefined;
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const poll = () => {
        if (document.querySelector(':popover-open') === null) {
          requestAnimationFrame(poll);
          return;
        }
        // A message posted in a frame callback arrives after the frame has been rendered.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          scope.cardShownMs = performance.now() - timeStamp;
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(poll);
    },
    { capture: true, once: true },
  );
}

function readTime(): number | undefined {
  return (globalThis as unknown as TimedWindow).cardShownMs;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
