import browser from 'webextension-polyfill';
import type { TabState } from './tab-state.ts';

/**
 * Edge lengths in pixels; copied into the build under these names (`vite.config.ts`). No toolbar shows more
 * than 48. Chromium draws every size listed: with 128 among them each icon took two to three times as long.
 */
const sizes = [16, 32, 48] as const;

function iconPaths(isOn: boolean): Record<number, string> {
  const name = isOn ? 'sidelight' : 'sidelight-off';
  // Absolute addresses: Chromium resolves a relative path against the service worker's own folder.
  return Object.fromEntries(
    sizes.map((size) => [size, browser.runtime.getURL(`assets/icons/${name}-${size}.png`)]),
  );
}

/**
 * One queue for each tab, or for all (`undefined`): two concurrent updates could end with the icon of one and
 * the title of the other.
 */
const queues = new Map<number | undefined, Promise<unknown>>();
/** Tabs whose icon may not match their title. */
const inconsistentTabs = new Set<number>();

/**
 * Shows on the toolbar button whether Sidelight works in a tab, or in all tabs without a state of their own
 * (`undefined`). Skips a tab that shows the state already: Chromium reads and draws every size of the icon in
 * the background, 25 to 60 ms each time, and each page load fires three such events just when the page asks
 * for its names.
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
 * Both browsers reset a tab's icon and title together when it navigates, which may happen between our two
 * calls: the later one then applies to the next page. So the title is set first and read again after the
 * icon. If it has gone, the next event draws both again; each page fires one when it has loaded.
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
    // A closed tab has no title. A listener for closed tabs would start the background for each of them.
    await readTitle().catch(() => inconsistentTabs.delete(tabId));
    throw error;
  }
}
