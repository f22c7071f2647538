/**
 * `npm run pages -- [FOLDER] [--limit N] [--browser chromium|firefox] [--slow N] [--json]`: runs every saved page of a
 * folder through the built extension in Chromium, and a fifth of them in Firefox, and compares each with the same page
 * without it. The pages' own scripts and the network stay off. Ends with 1 where a page was changed or an error thrown.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { ExtensionDriver } from './browsers/extension-driver.ts';
import { type BrowserName, browserNames } from './browsers/find-browser.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { type PageServer, servePages } from './browsers/serve-pages.ts';
import { launchBare, measuringOptions } from './pages/launch-bare.ts';
import { findMovedBox, isSameHtml } from './pages/page-fingerprint.ts';
import { type PageResult, printTable } from './pages/print-table.ts';
import { type Visit, visitPage } from './pages/visit-page.ts';

const sharedPages = path.join(import.meta.dirname, '../../shared/pages');
const ownPages = path.join(import.meta.dirname, '../tests/fixtures/pages');

/** No script, no network; the page's own inline styles and data: images stay, because layout is compared. */
const quietPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** In Firefox every fifth page, as many as find most of what differs between the browsers in a bearable time. */
const firefoxShare = 5;

const warmUpPath = '/warm-up';

/** How often at most a page that looks changed is visited without the extension, to see what changes by itself. */
const bareVisits = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string' },
    browser: { type: 'string' },
    slow: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const folder = positionals[0] ?? (existsSync(sharedPages) ? sharedPages : ownPages);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:html|htm|xhtml)$/.test(name))
  .sort()
  .slice(0, Number(values.limit ?? Number.POSITIVE_INFINITY));
if (files.length === 0) throw new Error(`${folder} holds no saved pages (.html).`);

const server = await servePages();
server.addPage('/start', '<!doctype html><title>Start</title>');
server.addPage(warmUpPath, '<!doctype html><title>Warm-up</title><article><p>Gender Shades</p></article>');
const results: PageResult[] = [];
try {
  for (const browser of browserNames) {
    if (values.browser !== undefined && values.browser !== browser) continue;
    const chosen =
      browser === 'firefox' && values.browser === undefined
        ? files.filter((_, n) => n % firefoxShare === 0)
        : files;
    results.push(...(await tryPages(browser, chosen, server)));
  }
} finally {
  await server.close();
}
if (values.json === true) process.stdout.write(`${JSON.stringify(results)}\n`);
else printTable(results);
process.exitCode = results.every(
  ({ isDomEqual, movedBox, errors }) => isDomEqual && !movedBox && errors.length === 0,
)
  ? 0
  : 1;

/** Every page with the extension and, right after it, without: what the machine does meanwhile meets both alike. */
async function tryPages(
  browser: BrowserName,
  names: readonly string[],
  pages: PageServer,
): Promise<PageResult[]> {
  const extension = await launchExtension(browser, measuringOptions);
  const bare = await launchBare(browser);
  const tried: PageResult[] = [];
  try {
    const face = (await extension.openExtensionPage('src/options.html')).page;
    // The first page starts the background and compiles what later pages find ready.
    await visit(extension.driver, pages.origin + warmUpPath, face);
    for (const [number, name] of names.entries()) {
      const address = servePage(pages, name);
      tried.push(await tryPage(name, address, extension.driver, bare.driver, face));
      process.stderr.write(`\r${browser}: ${number + 1} of ${names.length} `);
    }
  } finally {
    await extension.close();
    await bare.close();
    process.stderr.write('\n');
  }
  return tried;
}

function servePage(pages: PageServer, name: string): string {
  // A page that leads elsewhere by itself would be another page by the time it is looked at.
  const html = readFileSync(path.join(folder, name), 'utf8').replace(
    /<meta[^>]+http-equiv=["']?refresh[^>]*>/gi,
    '',
  );
  pages.addPage(`/pages/${name}`, html, { 'content-security-policy': quietPolicy });
  return `${pages.origin}/pages/${encodeURI(name)}`;
}

function visit(driver: ExtensionDriver, address: string, face?: Page): Promise<Visit> {
  return visitPage({ driver, address, face, slowdown: Number(values.slow ?? 1) });
}

async function tryPage(
  name: string,
  address: string,
  driver: ExtensionDriver,
  bareDriver: ExtensionDriver,
  face: Page,
): Promise<PageResult> {
  const own = await visit(driver, address, face);
  const bare = [await visit(bareDriver, address)];
  const fingerprints = () => bare.map(({ fingerprint }) => fingerprint);
  const isChanged = () =>
    !isSameHtml(own.fingerprint, fingerprints()) ||
    findMovedBox(own.fingerprint, fingerprints()) !== undefined;
  while (bare.length < bareVisits && isChanged()) bare.push(await visit(bareDriver, address));
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
    longestMs: own.cost?.longestMs,
    scriptMs: own.cost?.scriptMs,
    heapBytes: own.heapBytes !== undefined && heapBytes !== undefined ? own.heapBytes - heapBytes : undefined,
  };
}
