/**
 * `npm run dev -- [--browser chromium|firefox] [--url URL]`: opens a browser with the extension on the demonstration
 * article, and rebuilds and reloads the extension after each change of a file. Without a display the browser runs
 * headless, which is for testing this command.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { chooseBrowser } from './browsers/choose-browsers.ts';
import { type BrowserName, requireBrowser } from './browsers/find-browser.ts';
import { hasDisplay } from './browsers/has-display.ts';
import { builtFolder, type LaunchedExtension, launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';
import { buildModes } from './build-extension.ts';
import { readArguments } from './command-line/read-arguments.ts';
import { projectRoot } from './command-line/run-command.ts';

interface DevOptions {
  readonly browser: BrowserName;
  readonly url: string | undefined;
}

async function main(): Promise<void> {
  const { browser, url } = readOptions();
  requireBrowser(browser);
  const server = await servePages();
  const address = url ?? `${server.addFolder('/', join(projectRoot, 'assets/demo'))}article.html`;
  let running: LaunchedExtension | undefined;
  const load = async (): Promise<void> => {
    if (running) await reload(running, browser);
    else running = await open(browser, address);
  };
  const watcher = (await build({
    mode: buildModes[browser],
    logLevel: 'warn',
    plugins: [watchSources()],
    build: { watch: {} },
  })) as Rolldown.RolldownWatcher;
  // One after the other: a file may change while the browser is still starting or reloading.
  let loading = Promise.resolve();
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'BUNDLE_END') return;
    loading = loading.then(load).then(forgetFailure, print);
    return event.result.close();
  });
}

function readOptions(): DevOptions {
  const options = { browser: { type: 'string', default: 'chromium' }, url: { type: 'string' } } as const;
  const { values } = readArguments(
    { options },
    'Usage: npm run dev -- [--browser chromium|firefox] [--url URL]',
  );
  return { browser: chooseBrowser(values.browser), url: values.url };
}

/**
 * Adds every source file to the watcher. crxjs builds each content script in a separate build (4 scripts, 3.0), whose
 * files the watched build does not know: a change of `content.iife.ts` would go unnoticed.
 */
function watchSources(): Plugin {
  return {
    name: 'sidelight:watch-sources',
    buildStart() {
      const folder = join(projectRoot, 'src');
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (/\.tsx?$/.test(file)) this.addWatchFile(join(folder, file));
      }
    },
  };
}

/** An error that a later change has fixed does not fail the whole command. */
function forgetFailure(): void {
  process.exitCode = 0;
}

async function open(browser: BrowserName, address: string): Promise<LaunchedExtension> {
  const extension = await launchExtension(browser, { hasWindow: hasDisplay() });
  extension.driver.browser.once('disconnected', () => process.exit());
  await extension.openPage(address);
  console.log(
    `${address} is open in ${browser}. Change a file to see the effect; close the browser to stop.`,
  );
  return extension;
}

/** Like an update: open pages get the new version's scripts when they are reloaded. */
async function reload({ driver }: LaunchedExtension, browser: BrowserName): Promise<void> {
  await driver.browser.installExtension(builtFolder(browser));
  for (const page of await driver.browser.pages()) {
    // A page of the extension closes with the old version, and cannot be reloaded.
    await page.reload().catch(() => undefined);
  }
  console.log(`${new Date().toLocaleTimeString()} rebuilt and reloaded`);
}

function print(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

main().catch(print);
