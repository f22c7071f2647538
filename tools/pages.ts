/**
 * `npm run pages -- [FOLDER] [--limit N] [--browser chromium|firefox] [--slow N] [--json]`: runs every saved page of a
 * folder through the built extension in Chromium, and a fifth of them in Firefox, and compares each with the same page
 * without it. The pages' own scripts and the network stay off. Ends with 1 where a page was changed or an error thrown.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from './browsers/find-browser.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { type PageServer, servePages } from './browsers/serve-pages.ts';
import { launchBare } from './pages/launch-bare.ts';
import { findMovedBox } from './pages/page-fingerprint.ts';
import { type PageResult, printTable } from './pages/print-table.ts';
import { type Visit, type VisitOptions, visitPage } from './pages/visit-page.ts';

const sharedPages = path.join(import.meta.dirname, '../../shared/pages');
const ownPages = path.join(import.meta.dirname, '../tests/fixtures/pages');

/** No script, no network; the page's own inline styles and data: images stay, because layout is compared. */
const quietPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** In Firefox every fifth page, as many as find most of what differs between the browsers in a bearable time. */
const firefoxShare = 5;

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

async function tryPages(
  browser: BrowserName,
  names: readonly string[],
  pages: PageServer,
): Promise<PageResult[]> {
  const addresses = names.map((name) => {
    const address = `/pages/${encodeURI(name)}`;
    return pages
      .addPage(`/pages/${name}`, readFileSync(path.join(folder, name), 'utf8'), {
        'content-security-policy': quietPolicy,
      })
      .replace(/\/pages\/.*$/, address);
  });
  const withExtension = await visitAll(browser, addresses, true);
  const without = await visitAll(browser, addresses, false);
  return names.map((name, number) => compare(browser, name, withExtension[number], without[number]));
}

async function visitAll(
  browser: BrowserName,
  addresses: readonly string[],
  isWithExtension: boolean,
): Promise<Visit[]> {
  const extension = isWithExtension ? await launchExtension(browser) : await launchBare(browser);
  const visits: Visit[] = [];
  try {
    for (const [number, address] of addresses.entries()) {
      const page = await extension.driver.browser.newPage();
      const options: VisitOptions = {
        driver: extension.driver,
        page,
        address,
        isWithExtension,
        slowdown: Number(values.slow ?? 1),
      };
      visits.push(await visitPage(options));
      await page.close();
      process.stderr.write(
        `\r${browser}, ${isWithExtension ? 'with' : 'without'} the extension: ${number + 1} of ${addresses.length} `,
      );
    }
  } finally {
    await extension.close();
    process.stderr.write('\n');
  }
  return visits;
}

function compare(browser: BrowserName, name: string, visit?: Visit, bare?: Visit): PageResult {
  if (!visit || !bare) throw new Error(`${name} was not visited.`);
  const ownErrors = visit.errors.filter((error) => !bare.errors.includes(error));
  return {
    browser,
    page: name,
    textLength: visit.fingerprint.textLength,
    mentions: visit.mentions,
    marks: visit.marks.length,
    markTexts: visit.marks,
    isDomEqual: visit.fingerprint.html === bare.fingerprint.html,
    movedBox: findMovedBox(visit.fingerprint, bare.fingerprint),
    errors: ownErrors,
    longestMs: visit.cost?.longestMs,
    scriptMs: visit.cost?.scriptMs,
    heapBytes:
      visit.heapBytes !== undefined && bare.heapBytes !== undefined
        ? visit.heapBytes - bare.heapBytes
        : undefined,
  };
}
