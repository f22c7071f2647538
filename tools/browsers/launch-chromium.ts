import puppeteer, { type Browser } from 'puppeteer-core';
import { type ExtensionDriver, type LaunchOptions, startTimeoutMs } from './extension-driver.ts';
import { fontEnvironment } from './test-fonts.ts';

/** Quiet and repeatable: no updates, no calls home, no first-run pages. */
const quietArguments = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--force-color-profile=srgb',
];

/** Starts Chromium with the built extension, as a reader would have it. */
export async function launchChromium(options: LaunchOptions): Promise<ExtensionDriver> {
  const { width, height } = options.windowSize ?? { width: 1280, height: 900 };
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executablePath,
    headless: !options.hasWindow,
    timeout: startTimeoutMs,
    // Extensions can be installed only over a pipe.
    pipe: true,
    ...(options.profileFolder && { userDataDir: options.profileFolder }),
    enableExtensions: true,
    env: { ...process.env, ...(options.fonts && fontEnvironment(options.fonts)) },
    defaultViewport: options.hasWindow ? null : { width, height },
    args: [
      ...quietArguments,
      // Chromium refuses to start as root with its sandbox, as in containers and CI.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--window-size=${width},${height}`,
      ...(options.chromiumArguments ?? []),
    ],
  });
  try {
    const id = await browser.installExtension(options.extensionFolder);
    return makeDriver(browser, id);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function makeDriver(browser: Browser, id: string): ExtensionDriver {
  const extensionOrigin = `chrome-extension://${id}/`;
  const findExtensionPage = async (path: string) => {
    const target = await browser.waitForTarget((candidate) => candidate.url() === extensionOrigin + path);
    return target.asPage();
  };
  return {
    name: 'chromium',
    browser,
    extensionOrigin,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionOrigin + path);
      return page;
    },
    findExtensionPage,
    closeExtensionPage: async (path) => (await findExtensionPage(path)).close(),
    async runCommand(command) {
      const target = await browser.waitForTarget(
        (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(extensionOrigin),
      );
      const worker = await target.worker();
      if (!worker)
        throw new Error('The service worker has gone to sleep between being found and being used.');
      await worker.evaluate(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true })
          .then(([tab]) => { chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab); })`,
      );
    },
  };
}
