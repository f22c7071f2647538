/**
 * The entry point of every end-to-end test: the built extension in real Chromium and real Firefox.
 *
 * How to write one (`tests/e2e/NAME.e2e.test.ts`; run it with `npm run build` and then
 * `npx vitest run --project e2e tests/e2e/NAME.e2e.test.ts`):
 *
 *     import { browserNames } from '../../../tools/browsers/find-browser.ts';
 *     describe.each(browserNames)('closing in %s', (name) => {
 *       const tested = useExtension(name);          // a browser in which the extension is new, and a server
 *
 *       test('Esc closes the card', async () => {
 *         const page = await tested.openHtml('<article><p>Police use Amazon Rekognition.</p></article>');
 *         await page.waitForMark('Amazon Rekognition'); // waits, never sleeps
 *         await page.clickMark('Amazon Rekognition');   // real mouse; clickText for what is not marked
 *         expect(await page.waitForCard()).toContain('Rekognition'); // text in the closed root
 *         await page.press('Escape');
 *         await page.waitForNoCard();
 *         expect(page.errors).toEqual([]);              // page errors and console errors
 *       });
 *     });
 *
 * - `page.call((arg) => …, arg)` runs in the page, `page.callInCard((root) => …, [])` on the card's closed
 *   root; both functions are sent as source text and see only their arguments. `page.page` is puppeteer's own.
 * - `tested.openFile(path)` opens an HTML file of `tests/fixtures/`; `tested.server.addPage` and `addFolder`
 *   serve more (frames, headers such as a content security policy).
 * - `tested.extension.openExtensionPage('src/entrypoints/options.html')` opens a page of the extension in a tab:
 *   click in it with `page.page.click(selector)`. For the popup:
 *   `` `src/entrypoints/toolbar.html?tab=${await tested.extension.findTabId(page)}` ``.
 * - `tested.extension.driver.runCommand('next-mention')` has the effect of the shortcut, in the active tab
 *   (`page.page.bringToFront()`).
 * - Pages close by themselves after each test. Frames: every reading and clicking method takes one last argument.
 */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import type { BrowserName } from '../../../tools/browsers/find-browser.ts';
import {
  type ExtensionOptions,
  type LaunchedExtension,
  launchExtension,
} from '../../../tools/browsers/launch-extension.ts';
import { type PageServer, servePages } from '../../../tools/browsers/serve-pages.ts';
import { retryOnce } from './retry-once.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

export interface TestedExtension {
  readonly extension: LaunchedExtension;
  readonly server: PageServer;
  /** Serves `html` on localhost and opens it; a fragment is wrapped in a document. */
  openHtml(html: string, headers?: Readonly<Record<string, string>>): Promise<DrivenPage>;
  /** Opens a file of `tests/fixtures/`. */
  openFile(path: string): Promise<DrivenPage>;
  /** Opens any address; the page closes after the test, as with the other two. */
  openAddress(address: string): Promise<DrivenPage>;
  /** Opens one of the extension's own pages; it closes after the test. */
  openSurface(path: string): Promise<DrivenPage>;
  /** Opens a page of the extension to ask the background or the API from; it does nothing by itself, and closes after the test. */
  openSilentPage(): Promise<DrivenPage>;
  /** Brings the page that was opened last, and is not a silent one, to the front: once a tab is closed, Firefox may show any other. */
  showLastPage(): Promise<void>;
}

/**
 * The browsers of this worker, which serve one file after another (`isolate: false` in `vite.config.ts`): a start takes several
 * seconds of the processor, an installation in a browser that runs takes a fraction of one. They end with the worker.
 */
const sharedBrowsers = new Map<BrowserName, LaunchedExtension>();

/**
 * A browser in which the extension is new, and a page server, for all tests of the `describe` in which it is called. With options
 * of its own, a browser of its own.
 */
export function useExtension(name: BrowserName, options: ExtensionOptions = {}): TestedExtension {
  let extension: LaunchedExtension | undefined;
  let server: PageServer | undefined;
  let pageCount = 0;
  const openPages: DrivenPage[] = [];
  const silentPages = new WeakSet<DrivenPage>();
  const isShared = Object.keys(options).length === 0;
  beforeAll(async () => {
    server = await servePages();
    server.addFolder('/fixtures/', fixtures);
    extension = await retryOnce(() =>
      isShared
        ? takeSharedBrowser(name)
        : launchExtension(name, { profileFolder: makeProfile(name), ...options }),
    );
  });
  afterEach(async () => {
    for (const page of openPages.splice(0)) if (!page.page.isClosed()) await page.close();
  });
  afterAll(async () => {
    if (!isShared) await extension?.close();
    await server?.close();
  });

  const keep = (page: DrivenPage): DrivenPage => {
    openPages.push(page);
    return page;
  };
  const tested: TestedExtension = {
    get extension() {
      return started(extension);
    },
    get server() {
      return started(server);
    },
    openAddress: async (address) => keep(await tested.extension.openPage(address)),
    openSurface: async (path) => keep(await tested.extension.openExtensionPage(path)),
    async openSilentPage() {
      const page = keep(await tested.extension.openSilentPage());
      silentPages.add(page);
      return page;
    },
    showLastPage: async () =>
      openPages.findLast((page) => !silentPages.has(page) && !page.page.isClosed())?.page.bringToFront(),
    openHtml(html, headers) {
      pageCount += 1;
      const address = tested.server.addPage(`/page-${pageCount}.html`, wrapFragment(html), headers);
      return tested.openAddress(address);
    },
    openFile(path) {
      if (!existsSync(join(fixtures, path))) throw new Error(`tests/fixtures/${path} is not there.`);
      return tested.openAddress(`${tested.server.origin}/fixtures/${path}`);
    },
  };
  return tested;
}

/** The worker's browser with the extension installed again, or a new one. */
async function takeSharedBrowser(name: BrowserName): Promise<LaunchedExtension> {
  const last = sharedBrowsers.get(name);
  // Out of the map until it has proved sound: where it hangs, `retryOnce` comes again.
  sharedBrowsers.delete(name);
  const isSound = last !== undefined && (await isReinstalled(last));
  const extension = isSound ? last : await launchExtension(name, { profileFolder: makeProfile(name) });
  sharedBrowsers.set(name, extension);
  return extension;
}

/** False where a test has left a browser that cannot go on, or without the extension; then it is closed. */
async function isReinstalled(extension: LaunchedExtension): Promise<boolean> {
  try {
    await extension.reinstall();
    return true;
  } catch {
    await extension.close();
    return false;
  }
}

/** A folder with a profile that is new to the extension, though not to Firefox (`prepare-run.ts`). */
export function makeProfile(name: BrowserName): string {
  const folder = makeTemporaryFolder('profile');
  if (name === 'firefox') cpSync(inject('firefoxProfile'), folder, { recursive: true });
  return folder;
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The browser is started before the first test, not before that.');
  return value;
}

/** Wraps a fragment in a document; anything that starts like a document is unchanged. */
function wrapFragment(html: string): string {
  if (/^\s*(<!doctype|<html|<\?xml)/i.test(html)) return html;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${html}</body></html>`;
}
