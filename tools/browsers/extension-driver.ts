import type { Browser, Frame, Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser.ts';
import type { FontWidth } from './test-fonts.ts';

/** The differences between driving the extension in Chromium and in Firefox; `DrivenPage` builds on it. */
export interface ExtensionDriver {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** The origin of the extension's own pages: `chrome-extension://…/` or `moz-extension://…/`. */
  readonly extensionOrigin: string;
  /** Opens one of the extension's pages (`src/entrypoints/options.html`) in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Runs a function on the closed shadow root of the popover that is open in `frame`: its first argument is the root,
   * the others are values. Undefined if no popover with a closed root is open.
   */
  callInClosedRoot(frame: Frame, declaration: string, args: readonly unknown[]): Promise<unknown>;
  /** Waits for the tab that the extension opens on one of its own pages, and returns it for driving. */
  findExtensionPage(path: string): Promise<Page>;
  /** Waits for such a tab and closes it. */
  closeExtensionPage(path: string): Promise<void>;
  /** Closes every page, takes the extension out with all that it has kept, and installs it again. */
  reinstall(): Promise<void>;
  /**
   * Has the effect of a manifest command's keyboard shortcut; real shortcuts reach neither headless browser.
   */
  runCommand(command: string): Promise<void>;
}

/** The first start after installing the browser, on a busy machine, takes longer than puppeteer's 30 s. */
export const startTimeoutMs = 90_000;

export interface LaunchOptions {
  /** Folder of the built extension: `dist/chrome` or `dist/firefox`. */
  readonly extensionFolder: string;
  readonly executablePath: string;
  /** True shows a window. */
  readonly hasWindow?: boolean;
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** The profile's folder, kept when the browser closes. Without it each start has a fresh profile. */
  readonly profileFolder?: string;
  /** Additional preferences for Firefox (`ui.prefersReducedMotion`), additional arguments for Chromium. */
  readonly firefoxPreferences?: Readonly<Record<string, string | number | boolean>>;
  readonly chromiumArguments?: readonly string[];
  /** The only fonts that the browser has; without it those of `FONTCONFIG_FILE`, or the machine's. */
  readonly fonts?: FontWidth;
}
