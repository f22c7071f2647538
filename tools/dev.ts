/**
 * `npm run dev -- [--browser chromium|firefox] [--url URL]`: opens a browser with the extension on the demonstration article, and
 * builds and loads it anew at each change of a file. Without a display the browser runs unseen, which is for trying this command.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Rolldown } from 'vite';
import { type BrowserName, browserNames, requireBrowser } from './browsers/find-browser.ts';
import { hasDisplay } from './browsers/has-display.ts';
import { builtFolder, type LaunchedExtension, launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';
import { projectRoot } from './run-command.ts';

const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, url: { type: 'string' } },
});
const name = browserNames.find((one) => one === values.browser);
if (!name)
  throw new Error(`--browser ${values.browser}: Sidelight is built for ${browserNames.join(' and ')}.`);
await develop(name);

async function develop(browser: BrowserName): Promise<void> {
  requireBrowser(browser);
  const server = await servePages();
  const address = values.url ?? `${server.addFolder('/', join(projectRoot, 'assets/demo'))}article.html`;
  const mode = browser === 'firefox' ? 'firefox' : 'chrome';
  const watcher = (await build({ mode, logLevel: 'warn', build: { watch: {} } })) as Rolldown.RolldownWatcher;
  let running: LaunchedExtension | undefined;
  watcher.on('event', async (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'END') return;
    if (running) {
      await reload(running, browser);
      return;
    }
    running = await launchExtension(browser, { hasWindow: hasDisplay() });
    running.driver.browser.once('disconnected', () => process.exit());
    await running.openPage(address);
    console.log(`${address} is open in ${browser}. Change a file and look again; close the browser to end.`);
  });
}

/** As an update would: open pages get the new version's scripts when they are loaded anew. */
async function reload({ driver }: LaunchedExtension, browser: BrowserName): Promise<void> {
  await driver.browser.installExtension(builtFolder(browser));
  for (const page of await driver.browser.pages()) {
    // A page of the extension closes with the old version, and cannot be loaded anew.
    await page.reload().catch(() => undefined);
  }
  console.log(`${new Date().toLocaleTimeString()} built and loaded anew`);
}
