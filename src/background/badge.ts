import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { addFrameCount, badgeText, countedFrames, type FrameCount } from './frame-counts.ts';

const FrameCounts = v.array(
  v.object({
    frameId: v.number(),
    mentions: v.number(),
    traces: v.number(),
    startedAtMs: v.number(),
  }),
);

const keyOf = (tabId: number) => `frames.${tabId}`;

// Reports of one tab's frames arrive together. Each reads and writes the same item, so they run one after
// another.
let queue: Promise<unknown> = Promise.resolve();

/** Records one frame's report and shows the tab's sum on the toolbar button. */
export function showCount(tabId: number, reported: FrameCount): Promise<void> {
  const work = queue.then(async () => {
    const counts = addFrameCount(await readCounts(tabId), reported);
    await browser.storage.session.set({ [keyOf(tabId)]: counts });
    await browser.action.setBadgeText({ tabId, text: badgeText(counts) });
  });
  queue = work.catch(() => undefined);
  return work;
}

/** How long an outcome is shown in place of the count. */
const flashMs = 2_000;

/** Shows the outcome of what the reader did, and then the count again. */
export async function flashBadge(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text });
  setTimeout(async () => {
    const counts = await readCounts(tabId);
    await browser.action.setBadgeText({ tabId, text: badgeText(counts) }).catch(() => undefined);
  }, flashMs);
}

export async function framesOf(tabId: number): Promise<number[]> {
  return countedFrames(await readCounts(tabId));
}

/** In `storage.session`, because the background may be suspended between two reports. */
async function readCounts(tabId: number): Promise<FrameCount[]> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  const reading = v.safeParse(FrameCounts, stored[keyOf(tabId)]);
  return reading.success ? reading.output : [];
}

/** Sets the badge's colours and forgets closed tabs. */
export function startBadge(): void {
  // The lamp's yellow from the icon, with text of sufficient contrast (12 : 1).
  void browser.action.setBadgeBackgroundColor({ color: '#ffc94d' });
  void browser.action.setBadgeTextColor({ color: '#17324d' });
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(keyOf(tabId)));
}
