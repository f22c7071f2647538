/**
 * `npm run soak -- [--visits N] [--seed N] [--browser chromium|firefox] [--pages DIR] [--json]`: visits saved pages with the
 * built extension, opening cards, changing settings, navigating within pages, ending the background and filling the storage at
 * random, and ends with 1 where an error was written, a setting lost, a mark left behind, or memory grew after the first tenth.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from './browsers/find-browser.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';
import { measuringOptions } from './pages/launch-bare.ts';
import { findGrowth } from './soak/find-growth.ts';
import { runSoak, type SoakReport } from './soak/run-soak.ts';

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string' },
    pages: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const sharedPages = path.join(import.meta.dirname, '../../shared/pages');
const ownPages = path.join(import.meta.dirname, '../tests/fixtures/pages');
const folder = values.pages ?? (existsSync(sharedPages) ? sharedPages : ownPages);
/** The pages' own scripts and the network stay off: every error is then the extension's. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const resting =
  '<!doctype html><title>Rest</title><article><p>Gender Shades measured three systems.</p></article>';

const reports: Partial<Record<BrowserName, SoakReport>> = {};
for (const browser of browserNames) {
  if (values.browser !== undefined && values.browser !== browser) continue;
  const report = await soak(browser);
  reports[browser] = report;
  const problems = [
    ...report.errors,
    ...report.lostSettings.map((when) => `settings lost: ${when}`),
    ...(report.leftMarks > 0 ? [`${report.leftMarks} marks left behind`] : []),
    ...findGrowth(report.memory, browser),
  ];
  if (problems.length > 0) process.exitCode = 1;
  if (values.json) continue;
  console.log(`\n${browser}: ${report.visits} visits, seed ${values.seed}; ${JSON.stringify(report.done)}`);
  console.table(report.memory);
  console.log(
    problems.length === 0 ? 'no error, no lost setting, no mark left, memory flat' : problems.join('\n'),
  );
}
if (values.json) console.log(JSON.stringify(reports));

async function soak(browser: BrowserName): Promise<SoakReport> {
  const server = await servePages();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.html?$/.test(name),
  );
  const addresses = names.sort().map((name, i) => {
    const html = readFileSync(path.join(folder, name), 'utf8').replace(
      /<meta[^>]+http-equiv=["']?refresh[^>]*>/gi,
      '',
    );
    return server.addPage(`/page-${i}.html`, html, { 'content-security-policy': policy });
  });
  const extension = await launchExtension(browser, measuringOptions);
  try {
    return await runSoak(extension, {
      visits: Number(values.visits),
      seed: Number(values.seed),
      addresses,
      restingAddress: server.addPage('/resting.html', resting),
      onVisit: (visit) => process.stderr.write(`\r${browser}: ${visit} of ${values.visits} `),
    });
  } finally {
    await extension.close();
    await server.close();
    process.stderr.write('\n');
  }
}
