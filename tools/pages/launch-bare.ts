import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { geckoId } from '../../manifest.config.ts';
import type { BrowserName } from '../browsers/find-browser.ts';
import {
  type ExtensionOptions,
  type LaunchedExtension,
  launchExtension,
} from '../browsers/launch-extension.ts';

/** Without the back/forward cache: it keeps earlier pages in the same heap or process as the measured one. */
export const measuringOptions = {
  chromiumArguments: ['--disable-features=BackForwardCache'],
  firefoxPreferences: { 'browser.sessionhistory.max_total_viewers': 0 },
} as const;

/** Content scripts of an extension that does nothing: none, or an empty one on every page. */
export type BareContent = 'no content script' | 'empty content script';

/** Writes an extension that does nothing, so that only the compared content differs, and returns its folder. */
function writeBareExtension(content: BareContent): string {
  const extensionFolder = mkdtempSync(path.join(tmpdir(), 'sidelight-bare-'));
  const contentScript = { js: ['content.js'], matches: ['<all_urls>'], all_frames: true };
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1.0.0',
    browser_specific_settings: { gecko: { id: geckoId } },
    ...(content === 'empty content script' && { content_scripts: [contentScript] }),
  };
  writeFileSync(path.join(extensionFolder, 'content.js'), '');
  writeFileSync(path.join(extensionFolder, 'manifest.json'), JSON.stringify(manifest));
  return extensionFolder;
}

/**
 * The same browser, started in the same way, with that extension, which opens no welcome page. Its folder is deleted on
 * closing.
 */
export async function launchBare(
  name: BrowserName,
  options: ExtensionOptions = {},
  content: BareContent = 'no content script',
): Promise<LaunchedExtension> {
  const extensionFolder = writeBareExtension(content);
  const removeFolder = () => rmSync(extensionFolder, { recursive: true, force: true });
  const bareOptions = { ...measuringOptions, ...options, extensionFolder, leavesWelcomeOpen: true };
  try {
    const launched = await launchExtension(name, bareOptions);
    return { ...launched, close: () => launched.close().finally(removeFolder) };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
