/**
 * `npm run pages -- [FOLDER] [--limit N] [--browser chromium|firefox] [--slow N] [--json]`: runs every saved page of a
 * folder through the built extension in Chromium, and a fifth of them in Firefox, and compares each with the same page
 * without the extension. The pages' own scripts and the network are off. Exits with 1 if a page was changed or an error
 * thrown.
 */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { chooseBrowsers } from './browsers/choose-browsers.ts';
import type { ExtensionDriver } from './browsers/extension-driver.ts';
import type { BrowserName } from './browsers/find-browser.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { type PageServer, servePages } from './browsers/serve-pages.ts';
import { reportCliErrors } from './command-line/cli-error.ts';
import { readArguments, readCount } from './command-line/read-arguments.ts';
import { startFolder } from './command-line/start-folder.ts';
import { launchBare, measuringOptions } from './pages/launch-bare.ts';
import { findMovedBox, isSameHtml } from './pages/page-fingerprint.ts';
import { type PageResult, printTable } from './pages/print-table.ts';
import { type Visit, visitPage } from './pages/visit-page.ts';
import { defaultPagesFolder, listSavedPages, quietPolicy, readSavedPage } from './saved-pages.ts';

/** Firefox visits every fifth page: enough to find most differences between the browsers in an acceptable time. */
const firefoxShare = 5;

const warmUpPath = '/warm-up';

/** How many times at most a page that looks changed is visited without the extension, to see what changes by itself. */
const bareVisits = 3;

interface Request {
  readonly browsers: readonly BrowserName[];
  readonly folder: string;
  readonly limit: number | undefined;
  /** The factor by which the processor is slowed down. */
  readonly slowdown: number;
  readonly isJson: boolean;
}

/** The run of one browser. */
interface Round {
  readonly request: Request;
  readonly server: PageServer;
  readonly driver: ExtensionDriver;
  readonly bareDriver: ExtensionDriver;
  /** One of the extension's own pages, from which the content scripts are queried. */
  readonly surface: Page;
}

async function main(): Promise<void> {
  const request = readRequest();
  const names = listSavedPages(request.folder).slice(0, request.limit);
  const server = await servePages();
  server.addPage('/start', '<!doctype html><title>Start</title>');
  server.addPage(warmUpPath, '<!doctype html><title>Warm-up</title><article><p>Gender Shades</p></article>');
  const results: PageResult[] = [];
  try {
    for (const browser of request.browsers) {
      const isShare = browser === 'firefox' && request.browsers.length > 1;
      const chosen = isShare ? names.filter((_, n) => n % firefoxShare === 0) : names;
      results.push(...(await tryPages(browser, chosen, request, server)));
    }
  } finally {
    await server.close();
  }
  if (request.isJson) process.stdout.write(`${JSON.stringify(results)}\n`);
  else printTable(results);
  const isValid = results.every(
    ({ isDomEqual, movedBox, errors }) => isDomEqual && !movedBox && errors.length === 0,
  );
  if (!isValid) process.exitCode = 1;
}

function readRequest(): Request {
  const options = {
    limit: { type: 'string' },
    browser: { type: 'string' },
    slow: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readArguments(
    { allowPositionals: true, options },
    'Usage: npm run pages -- [FOLDER] [--limit N] [--browser chromium|firefox] [--slow N] [--json]',
    1,
  );
  const [folder] = positionals;
  return {
    browsers: chooseBrowsers(values.browser),
    folder: folder === undefined ? defaultPagesFolder() : path.resolve(startFolder(), folder),
    limit: readCount('--limit', values.limit),
    slowdown: readCount('--slow', values.slow),
    isJson: values.json,
  };
}

/** Visits every page with the extension and, right after it, without: other work on the machine affects both alike. */
async function tryPages(
  browser: BrowserName,
  names: readonly string[],
  request: Request,
  server: PageServer,
): Promise<PageResult[]> {
  const extension = await launchExtension(browser, measuringOptions);
  try {
    const bare = await launchBare(browser);
    try {
      const surface = (await extension.openExtensionPage('src/entrypoints/options.html')).page;
      const round = { request, server, driver: extension.driver, bareDriver: bare.driver, surface };
      return await tryRound(round, names);
    } finally {
      await bare.close();
    }
  } finally {
    await extension.close();
    process.stderr.write('\n');
  }
}

async function tryRound(round: Round, names: readonly string[]): Promise<PageResult[]> {
  const { server, driver } = round;
  // The first page starts the background and compiles code that later pages reuse.
  await visit(round, driver, server.origin + warmUpPath);
  const tried: PageResult[] = [];
  for (const [number, name] of names.entries()) {
    tried.push(await tryPage(round, name));
    process.stderr.write(`\r${driver.name}: ${number + 1} of ${names.length} `);
  }
  return tried;
}

function servePage({ server, request }: Round, name: string): string {
  const html = readSavedPage(path.join(request.folder, name));
  server.addPage(`/pages/${name}`, html, { 'content-security-policy': quietPolicy });
  return `${server.origin}/pages/${encodeURI(name)}`;
}

/** Only the extension has a page to query from. */
function visit(
  { request, driver: own, surface }: Round,
  driver: ExtensionDriver,
  address: string,
): Promise<Visit> {
  return visitPage({
    driver,
    address,
    surface: driver === own ? surface : undefined,
    slowdown: request.slowdown,
  });
}

async function tryPage(round: Round, name: string): Promise<PageResult> {
  const { driver, bareDriver } = round;
  const address = servePage(round, name);
  const own = await visit(round, driver, address);
  const bare = [await visit(round, bareDriver, address)];
  const fingerprints = () => bare.map(({ fingerprint }) => fingerprint);
  const isChanged = () =>
    !isSameHtml(own.fingerprint, fingerprints()) ||
    findMovedBox(own.fingerprint, fingerprints()) !== undefined;
  while (bare.length < bareVisits && isChanged()) bare.push(await visit(round, bareDriver, address));
  const heapBytes = bare[0]?.heapBytes;
  return {
    browser: driver.name,
    page: name,
    textLength: own.fingerprint.textLength,
    mentions: own.mentions,
    marks: own.marks.length,
    markTexts: own.marks,
    isDomEqual: isSameHtml(own.fingerprint, fingerprints()),
    movedBox: findMovedBox(own.fingerprint, fingerprints()),
    errors: own.errors.filter((error) => !bare.some(({ errors }) => errors.includes(error))),
    maxTaskMs: own.cost?.maxTaskMs,
    scriptMs: own.cost?.scriptMs,
    heapBytes: own.heapBytes !== undefined && heapBytes !== undefined ? own.heapBytes - heapBytes : undefined,
  };
}

await reportCliErrors(main);
