import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { geckoId } from '../../manifest.config.ts';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import { type BrowserName, requireBrowser } from '../browsers/find-browser.ts';
import { launchChromium } from '../browsers/launch-chromium.ts';
import { launchFirefox } from '../browsers/launch-firefox.ts';

/**
 * Without Chromium's cache of pages gone through: it keeps the page before the one that is measured, in the same heap.
 */
export const measuringOptions = { chromiumArguments: ['--disable-features=BackForwardCache'] } as const;

/**
 * The same browser, started in the same way, with an extension that does nothing: so that nothing differs but what
 * is compared.
 */
export async function launchBare(
  name: BrowserName,
): Promise<{ driver: ExtensionDriver; close(): Promise<void> }> {
  const extensionFolder = path.join(tmpdir(), `sidelight-bare-${process.pid}`);
  mkdirSync(extensionFolder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1.0.0',
    browser_specific_settings: { gecko: { id: geckoId } },
  };
  writeFileSync(path.join(extensionFolder, 'manifest.json'), JSON.stringify(manifest));
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const driver = await launch({ ...measuringOptions, extensionFolder, executablePath: requireBrowser(name) });
  return { driver, close: () => driver.browser.close() };
}
