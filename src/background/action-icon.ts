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

/** Of a tab, or of all (`undefined`): two updates at once could end with the icon of the one and the title of the other. */
const queues = new Map<number | undefined, Promise<unknown>>();
/** Tabs whose icon may be another than their title says. */
const inconsistentTabs = new Set<number>();

/**
 * Shows on the toolbar's button whether Sidelight works in a tab, or in all that are told of no other way (`undefined`).
 * A tab whose button says so already is left alone: Chromium reads and draws every size of the icon in the background itself,
 * 25 to 60 ms each time, and every page that is opened brings three such events, just when it asks for its names.
 */
export function showActionState(tabId: number | undefined, state: TabState, title: string): Promise<void> {
  const previous = queues.get(tabId) ?? Promise.resolve();
  const shown = previous.then(() =>
    tabId === undefined ? showForAll(state, title) : showInTab(tabId, state, title),
  );
  const ended = shown
    .catch(() => undefined)
    .then(() => {
      if (queues.get(tabId) === ended) queues.delete(tabId);
    });
  queues.set(tabId, ended);
  return shown;
}

async function showForAll(state: TabState, title: string): Promise<void> {
  await browser.action.setIcon({ path: iconPaths(state === 'on') });
  await browser.action.setTitle({ title });
}

/**
 * The browsers forget a tab's icon and title together, when it goes to another page, which it may do between our two calls:
 * then the one that came too late is the next page's. The title comes first and is read again after the icon. Where it is gone,
 * the next event draws anew, and each page brings one when it has loaded.
 */
async function showInTab(tabId: number, state: TabState, title: string): Promise<void> {
  const readTitle = () => browser.action.getTitle({ tabId });
  if (!inconsistentTabs.has(tabId) && (await readTitle()) === title) return;
  inconsistentTabs.add(tabId);
  try {
    await browser.action.setTitle({ tabId, title });
    await browser.action.setIcon({ tabId, path: iconPaths(state === 'on') });
    if ((await readTitle()) === title) inconsistentTabs.delete(tabId);
  } catch (error) {
    // A closed tab has no title to read. Listening for tabs that close would start the background for each of them.
    await readTitle().catch(() => inconsistentTabs.delete(tabId));
    throw error;
  }
}
