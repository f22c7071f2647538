import { RejectedCall, UnansweredCall } from '../../src/messaging/message-envelope.ts';
import { fieldSchemas } from '../../src/settings/read-settings.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { createRandom } from '../bench/random.ts';
import { askBackground, countMentions } from '../browsers/ask-extension.ts';
import type { Json } from '../browsers/call-in-page.ts';
import type { DrivenPage } from '../browsers/driven-page.ts';
import { endBackground } from '../browsers/end-background.ts';
import type { LaunchedExtension } from '../browsers/launch-extension.ts';
import { fillStorage } from './fill-storage.ts';
import { type MemoryInUse, measureMemory } from './measure-memory.ts';
import { openVisitor } from './watch-for-hangs.ts';

export interface SoakOptions {
  readonly visits: number;
  readonly seed: number;
  /** The pages to visit, and one that is always the same, for measuring. */
  readonly addresses: readonly string[];
  readonly restingAddress: string;
  /** A page that takes longer to load hangs; 30 s by default. */
  readonly loadingTimeoutMs?: number;
  /** About so often memory is measured; 20 times where nothing is said, so that there is a first and a last tenth. */
  readonly measurementCount?: number;
  readonly onVisit?: (visit: number) => void;
}

export interface SoakReport {
  readonly visits: number;
  /** How many times each action was performed. */
  readonly done: Readonly<Record<string, number>>;
  /** Uncaught errors and console errors of pages and of the extension, with the visit. */
  readonly errors: readonly string[];
  /** Visits after which the settings differed from the answer to the last change. */
  readonly lostSettings: readonly string[];
  /** Pages that did not load in time, and whose code was running. */
  readonly hangs: readonly string[];
  /** Marks on a page after everything was switched off. */
  readonly staleMarks: number;
  readonly memory: readonly MemoryInUse[];
}

/** Probabilities of each action on a visit. */
const chances = { open: 0.6, change: 0.25, navigate: 0.2, end: 0.1, fill: 0.04 } as const;

/** Visits pages like a reader in a hurry with a failing computer, and reports what went wrong. */
export async function runSoak(extension: LaunchedExtension, options: SoakOptions): Promise<SoakReport> {
  const random = createRandom(options.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const { driver } = extension;
  const surface = await extension.openExtensionPage('src/entrypoints/options.html');
  const received: string[] = [];
  const listen = (page: DrivenPage) => listenForErrors(page, driver.extensionOrigin, received);
  listen(surface);
  const { restingAddress, loadingTimeoutMs: timeoutMs = 30_000, measurementCount = 20 } = options;
  const visitor = await openVisitor(extension, { restingAddress, timeoutMs }, listen);
  const done: Record<string, number> = {};
  const errors: string[] = [];
  const lostSettings: string[] = [];
  const memory: MemoryInUse[] = [];
  let expected = await readSettings(surface);

  const attempt = async (what: keyof typeof chances, act: () => Promise<void>): Promise<void> => {
    if (random() >= chances[what]) return;
    const key = (await isInterrupted(act)) ? 'interrupted' : what;
    done[key] = (done[key] ?? 0) + 1;
  };
  async function change(): Promise<void> {
    try {
      expected = readAs(await askBackground(surface.page, 'changeSettings', pickChange(expected, pick)));
    } catch (error) {
      // A full store may refuse, and a terminating background may not answer: then the old settings apply.
      if (!(error instanceof RejectedCall || error instanceof UnansweredCall)) throw error;
    }
  }

  for (let visit = 1; visit <= options.visits; visit++) {
    const address = pick(options.addresses);
    options.onVisit?.(visit);
    if (!(await visitor.load(address, 'domcontentloaded'))) continue;
    const { page } = visitor;
    await page.page.bringToFront();
    await countMentions(surface.page, address);
    await attempt('end', () => endBackground(driver));
    await attempt('open', () => openSomeCard(page, random));
    await attempt('change', change);
    await attempt('navigate', () => navigateWithin(page));
    await attempt('fill', async () => {
      await fillStorage(surface, true);
      await change();
      await fillStorage(surface, false);
    });
    if (JSON.stringify(await readSettings(surface)) !== JSON.stringify(expected)) {
      lostSettings.push(`visit ${visit}`);
      expected = await readSettings(surface);
    }
    errors.push(...received.splice(0).map((error) => `visit ${visit}: ${error}`));
    const isMeasured = visit % Math.ceil(options.visits / measurementCount) === 0;
    if (isMeasured && (await visitor.load(restingAddress, 'load'))) {
      await countMentions(surface.page, restingAddress);
      memory.push(await measureMemory(driver, page.page));
    }
  }
  await visitor.load(restingAddress, 'load');
  await askBackground(surface.page, 'changeSettings', { kind: 'field', field: 'enabled', value: false });
  const { page, hangs } = visitor;
  // Open tabs follow a moment later; marks after that are stale.
  const left = await page.waitForMarks((marks) => marks.length === 0).catch(() => page.readMarks());
  return { visits: options.visits, done, errors, lostSettings, hangs, staleMarks: left.length, memory };
}

/**
 * Whether the page navigated meanwhile: a click inside a link leads away, perhaps during the next action, or to a page
 * that cannot be queried.
 */
async function isInterrupted(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    if (!/context was destroyed|navigat|detached|SecurityError/i.test(String(error))) throw error;
    return true;
  }
}

/**
 * Uncaught errors, and console output of the extension's own scripts. The saved pages' scripts are off, so no error is
 * theirs; the browser's messages about blocked pictures and styles are left out.
 */
function listenForErrors({ page }: DrivenPage, extensionOrigin: string, received: string[]): void {
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
    // Firefox lists what a page's security policy blocked among its errors.
    if (
      !/Content-Security-Policy|downloadable font|Security Error/.test(text) ||
      text.includes(extensionOrigin)
    )
      received.push(text);
  });
  page.on('console', (message) => {
    const isOurs = `${message.location().url} ${message.text()}`.includes(extensionOrigin);
    if (message.type() === 'error' && isOurs) received.push(message.text());
  });
}

async function readSettings(surface: DrivenPage): Promise<Settings> {
  return readAs(await askBackground(surface.page, 'getSettings'));
}

function readAs(reply: Json): Settings {
  return reply as unknown as Settings;
}

/** Clicks on a visible mark; half of the cards are left open when the page is left. */
async function openSomeCard(page: DrivenPage, random: () => number): Promise<void> {
  const marks = await page.readMarks();
  const mark = marks[Math.floor(random() * marks.length)];
  if (!mark) return;
  await page.clickMark(mark.text).catch(() => undefined);
  // In a link the click follows the link, under a banner it hits the banner: then there is no card to wait for.
  if (random() < 0.5) await page.press('Escape');
}

/** What a page does that changes its address and its article without a reload. */
async function navigateWithin(page: DrivenPage): Promise<void> {
  await page.call(() => {
    const address = new URL(location.href);
    // By the full address: a saved page may have another base for relative ones.
    address.hash = `${document.body.childNodes.length}`;
    history.pushState(null, '', address);
    const article = document.querySelector('article, main, body');
    const copy = article?.cloneNode(true);
    if (article && article !== document.body && copy) article.replaceWith(copy);
    const added = document.createElement('p');
    added.textContent = 'Police used Amazon Rekognition; NIST measured others.';
    (document.querySelector('article, main') ?? document.body).append(added);
  });
}

function pickChange(settings: Settings, pick: <T>(from: readonly T[]) => T): Json {
  return pick<Json>([
    { kind: 'field', field: 'density', value: pick(fieldSchemas.density.options) },
    { kind: 'field', field: 'extent', value: pick(fieldSchemas.extent.options) },
    { kind: 'field', field: 'painter', value: pick(fieldSchemas.painter.options) },
    { kind: 'field', field: 'enabled', value: !settings.enabled },
    { kind: 'entity', entity: 'facial-recognition/nist', isHidden: pick([true, false]) },
    { kind: 'site', pattern: 'news.example', isOn: pick([true, false]) },
  ]);
}
