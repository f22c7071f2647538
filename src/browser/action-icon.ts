import browser from 'webextension-polyfill';
import type { TabState } from './tab-state.ts';

/**
 * Edge lengths in pixels; copied into the build under these names (`vite.config.ts`). No toolbar shows more than 48, and
 * Chromium draws every size that is named: with 128 among them each icon took it two to three times as long.
 */
const sizes = [16, 32, 48] as const;

function iconPaths(isOn: boolean): Record<number, string> {
  const name = isOn ? 'sidelight' : 'sidelight-off';
  // Whole addresses: Chromium resolves a bare path against the service worker's own folder.
  return Object.fromEntries(
    sizes.map((size) => [size, browser.runtime.getURL(`assets/icons/${name}-${size}.png`)]),
  );
}

/**
 * Shows on the toolbar's button whether Sidelight works in a tab, or in all that are told of no other way (`undefined`).
 * A tab whose button says so already is left alone: Chromium reads and draws every size of the icon in the background itself,
 * 25 to 60 ms each time, and every page that is opened brings three such events, just when it asks for its names.
 * The browsers forget a tab's icon and title together, when it goes to another page; here the title comes last, so that one
 * which is there vouches for its icon.
 */
export async function showActionState(
  tabId: number | undefined,
  state: TabState,
  title: string,
): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  if (tabId !== undefined && (await browser.action.getTitle(where)) === title) return;
  await browser.action.setIcon({ ...where, path: iconPaths(state === 'on') });
  await browser.action.setTitle({ ...where, title });
}
