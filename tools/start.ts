/**
 * `npm start -- [--browser chromium|firefox] [--url URL | --page FILE]`: builds the extension and shows it on a page.
 * With a display the browser stays open for you; without one it scrolls to a marked term, clicks it with the real
 * mouse, prints what is visible and writes a screenshot.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { chooseBrowser } from './browsers/choose-browsers.ts';
import type { DrivenPage } from './browsers/driven-page.ts';
import { type BrowserName, requireBrowser } from './browsers/find-browser.ts';
import { hasDisplay } from './browsers/has-display.ts';
import { launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';
import { buildExtension } from './build-extension.ts';
import { readArguments } from './command-line/read-arguments.ts';
import { projectRoot } from './command-line/run-command.ts';
import { startFolder } from './command-line/start-folder.ts';

const usage = 'Usage: npm start -- [--browser chromium|firefox] [--url URL | --page FILE]';

interface StartOptions {
  readonly browser: BrowserName;
  readonly url: string | undefined;
  /** A page on disk, as full path. */
  readonly page: string | undefined;
}

async function main(): Promise<void> {
  const { browser, url, page: pageFile } = readOptions();
  requireBrowser(browser);
  buildExtension(browser);
  const server = await servePages();
  // Served on localhost: browsers do not let extensions into files on disk without permission.
  const file = pageFile ?? join(projectRoot, 'assets/demo/article.html');
  const address = url ?? `${server.addFolder('/', dirname(file))}${encodeURIComponent(basename(file))}`;
  const hasWindow = hasDisplay();
  const extension = await launchExtension(browser, { hasWindow });
  try {
    const page = await extension.openPage(address);
    if (hasWindow) {
      console.log(`${address} is open in ${browser}. Click an underlined term; close the browser to stop.`);
      await new Promise<void>((resolve) => extension.driver.browser.once('disconnected', () => resolve()));
    } else {
      await show(page, browser, address);
    }
  } finally {
    if (extension.driver.browser.connected) await extension.close();
    await server.close();
  }
}

function readOptions(): StartOptions {
  const options = { browser: { type: 'string' }, url: { type: 'string' }, page: { type: 'string' } } as const;
  const { values, positionals } = readArguments({ options, allowPositionals: true }, usage);
  const isSwallowed = ['browser', 'url', 'page'].some(
    (name) => process.env[`npm_config_${name}`] !== undefined,
  );
  if (positionals.length > 0 || (isSwallowed && Object.keys(values).length === 0)) {
    // npm takes options before `--` for itself, and passes on only the rest.
    throw new Error('Options come after two dashes: npm start -- --browser firefox --url URL');
  }
  const { browser = 'chromium', url } = values;
  const page = values.page && resolve(startFolder(), values.page);
  if (url !== undefined && !URL.canParse(url)) {
    throw new Error(`--url ${url}: give a whole address, such as https://example.org/story.html.`);
  }
  if (page !== undefined && !existsSync(page)) {
    throw new Error(`--page ${page}: there is no such file. Give a page saved as .html.`);
  }
  return { browser: chooseBrowser(browser), url, page };
}

/** What a reader would see, as text and as a screenshot. */
async function show(page: DrivenPage, browser: BrowserName, address: string): Promise<void> {
  const marks = await page.waitForMarks().catch((cause: unknown) => {
    const why = address.startsWith('file:')
      ? 'Browsers do not let extensions read files on disk without permission: serve the page on localhost.'
      : 'It mentions nothing that the built-in pack knows, or has not loaded.';
    throw new Error(`Nothing is marked on ${address}. ${why}`, { cause });
  });
  const texts = marks.map(({ text }) => text);
  const words = texts.map((text) => text.replace(/\s+/g, ' '));
  console.log(`\nNo display: ${browser} runs headless. Marked on ${address}:`);
  for (const text of new Set(words)) console.log(`  ${text}`);
  const first = texts[0];
  if (first === undefined) return;
  await page.clickMark(first);
  const card = await page.waitForCard((text) => text.trim().length > first.length);
  console.log(`\nA click on "${first}" opens this card:\n`);
  console.log(card.replace(/\n{3,}/g, '\n\n').replace(/^/gm, '  '));
  await page.waitForStillCard();
  mkdirSync(join(projectRoot, 'out'), { recursive: true });
  const picture = join(projectRoot, 'out', `start-${browser}.png`) as `${string}.png`;
  await page.screenshot(picture);
  console.log(`\nPicture: ${picture}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
