import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildModes } from '../build-extension.ts';
import { projectRoot } from '../command-line/run-command.ts';
import { DrivenPage } from './driven-page.ts';
import type { ExtensionDriver, LaunchOptions } from './extension-driver.ts';
import { type BrowserName, requireBrowser } from './find-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

export type ExtensionOptions = Omit<LaunchOptions, 'extensionFolder' | 'executablePath'> & {
  /** Another build than the one in `dist/`. */
  readonly extensionFolder?: string;
  /** Leaves the welcome page open that the extension opens on installation. */
  readonly leavesWelcomeOpen?: boolean;
};

const welcomePath = 'src/entrypoints/welcome.html';
/** A picture: a page with the rights of every other of the extension, which loads nothing and runs nothing. */
const silentPath = 'assets/icons/sidelight-off-16.png';

/** A browser with the built extension installed. */
export interface LaunchedExtension {
  readonly driver: ExtensionDriver;
  /** Opens a page and waits until it has loaded; its marks may appear later. */
  openPage(address: string): Promise<DrivenPage>;
  /** The page that the extension opened on installation (`leavesWelcomeOpen`). */
  findWelcome(): Promise<DrivenPage>;
  /** Opens a page of the extension, such as `src/entrypoints/options.html`, in a tab of its own. */
  openExtensionPage(path: string): Promise<DrivenPage>;
  /** Opens a page of the extension that does nothing of its own accord: to ask the background from, or the extension's API. */
  openSilentPage(): Promise<DrivenPage>;
  /** The extension's id for the tab of a page, or undefined if the extension sees no such tab. */
  findTabId(page: DrivenPage): Promise<number | undefined>;
  /** Closes every page, takes the extension out with all that it has kept, and installs it again. */
  reinstall(): Promise<void>;
  close(): Promise<void>;
}

/** The folder with the build of the extension for a browser. */
export function builtFolder(name: BrowserName): string {
  return join(projectRoot, 'dist', buildModes[name]);
}

/** @throws Error if the extension is not built or the browser is not available */
export async function launchExtension(
  name: BrowserName,
  { leavesWelcomeOpen = false, ...options }: ExtensionOptions = {},
): Promise<LaunchedExtension> {
  const extensionFolder = options.extensionFolder ?? builtFolder(name);
  if (!existsSync(join(extensionFolder, 'manifest.json'))) {
    throw new Error(`${extensionFolder} holds no extension: run npm run build first.`);
  }
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const driver = await launch({
    ...options,
    extensionFolder,
    executablePath: requireBrowser(name),
  });
  // A reader would close it, too; left open, it would be the active tab beneath the next one.
  if (!leavesWelcomeOpen) await closeWelcome(driver);
  return makeExtension(driver);
}

async function closeWelcome(driver: ExtensionDriver): Promise<void> {
  try {
    await driver.closeExtensionPage(welcomePath);
  } catch (error) {
    await driver.browser.close();
    throw error;
  }
}

function makeExtension(driver: ExtensionDriver): LaunchedExtension {
  const openExtensionPage = async (path: string): Promise<DrivenPage> =>
    new DrivenPage(driver, await driver.openExtensionPage(path));
  return {
    driver,
    async openPage(address) {
      const page = new DrivenPage(driver, await driver.browser.newPage());
      await page.page.goto(address, { waitUntil: 'load' });
      return page;
    },
    openExtensionPage,
    openSilentPage: () => openExtensionPage(silentPath),
    findWelcome: async () => new DrivenPage(driver, await driver.findExtensionPage(welcomePath)),
    async findTabId(page) {
      const own = await openExtensionPage(silentPath);
      const id = await own.call(findTab, page.page.url());
      await own.close();
      await page.page.bringToFront();
      return id;
    },
    async reinstall() {
      await driver.reinstall();
      await closeWelcome(driver);
    },
    close: () => driver.browser.close(),
  };
}

/** Runs in one of the extension's own pages. */
async function findTab(address: string): Promise<number | undefined> {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
  const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
  return tabs.find((tab) => tab.url === address)?.id;
}
