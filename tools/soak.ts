/**
 * `npm run soak -- [--visits N] [--seed N] [--browser chromium|firefox] [--pages DIR] [--json]`: visits saved pages
 * with the built extension. At random it opens cards, changes settings, navigates within pages, terminates the
 * background and fills the storage. Exits with 1 if an error was logged, a setting lost, a mark left behind, a page
 * hung (it reports whose code ran), or memory grew after the first tenth.
 */
import path from 'node:path';
import { chooseBrowsers } from './browsers/choose-browsers.ts';
import type { BrowserName } from './browsers/find-browser.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';
import { reportCliErrors } from './command-line/cli-error.ts';
import { readArguments, readCount } from './command-line/read-arguments.ts';
import { startFolder } from './command-line/start-folder.ts';
import { measuringOptions } from './pages/launch-bare.ts';
import { defaultPagesFolder, listSavedPages, quietPolicy, readSavedPage } from './saved-pages.ts';
import { findGrowth } from './soak/find-growth.ts';
import { runSoak, type SoakReport } from './soak/run-soak.ts';
import { hangOptions } from './soak/watch-for-hangs.ts';

const resting =
  '<!doctype html><title>Rest</title><article><p>Gender Shades measured three systems.</p></article>';

/** Of the 30 s that a page has to load. */
const slowScriptSeconds = 10;

interface Request {
  readonly visits: number;
  readonly seed: number;
  readonly browsers: readonly BrowserName[];
  readonly folder: string;
  readonly isJson: boolean;
}

async function main(): Promise<void> {
  const request = readRequest();
  const names = listSavedPages(request.folder);
  const reports: Partial<Record<BrowserName, SoakReport>> = {};
  for (const browser of request.browsers) {
    const report = await soak(browser, names, request);
    reports[browser] = report;
    const problems = listProblems(report, browser);
    if (problems.length > 0) process.exitCode = 1;
    if (request.isJson) continue;
    console.log(
      `\n${browser}: ${report.visits} visits, seed ${request.seed}; ${JSON.stringify(report.done)}`,
    );
    console.table(report.memory);
    console.log(
      problems.length === 0
        ? 'no error, no lost setting, no page hung, no mark left, memory flat'
        : problems.join('\n'),
    );
  }
  if (request.isJson) console.log(JSON.stringify(reports));
}

function readRequest(): Request {
  const options = {
    visits: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string' },
    pages: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments(
    { options },
    'Usage: npm run soak -- [--visits N] [--seed N] [--browser chromium|firefox] [--pages DIR] [--json]',
  );
  return {
    visits: readCount('--visits', values.visits),
    seed: readCount('--seed', values.seed, 0),
    browsers: chooseBrowsers(values.browser),
    folder: values.pages === undefined ? defaultPagesFolder() : path.resolve(startFolder(), values.pages),
    isJson: values.json,
  };
}

function listProblems(report: SoakReport, browser: BrowserName): string[] {
  return [
    ...report.errors,
    ...report.lostSettings.map((when) => `settings lost: ${when}`),
    ...report.hangs,
    ...(report.staleMarks > 0 ? [`${report.staleMarks} marks left behind`] : []),
    ...findGrowth(report.memory, browser),
  ];
}

/** The pages' own scripts and the network are off, so that every error is the extension's. */
async function soak(
  browser: BrowserName,
  names: readonly string[],
  { visits, seed, folder }: Request,
): Promise<SoakReport> {
  const hangs = hangOptions(slowScriptSeconds);
  const extension = await launchExtension(browser, {
    ...measuringOptions,
    firefoxPreferences: { ...measuringOptions.firefoxPreferences, ...hangs.firefoxPreferences },
  });
  const server = await servePages();
  try {
    const addresses = names.map((name, i) =>
      server.addPage(`/${i}-${name.replace(/[^\w.-]+/g, '-')}`, readSavedPage(path.join(folder, name)), {
        'content-security-policy': quietPolicy,
      }),
    );
    return await runSoak(extension, {
      visits,
      seed,
      addresses,
      restingAddress: server.addPage('/resting.html', resting),
      onVisit: (visit) => process.stderr.write(`\r${browser}: ${visit} of ${visits} `),
    });
  } finally {
    await extension.close();
    await server.close();
    process.stderr.write('\n');
  }
}

await reportCliErrors(main);
