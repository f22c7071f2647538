import { callTab } from '../messaging/call-tab.ts';
import type { BackgroundHandlers } from '../messaging/handle-background-calls.ts';

/**
 * For the background: has the top page of a tab open a card for one of its frames.
 * @param ensurePageScript injects the page script into a frame
 */
export function openCardAbove(
  ensurePageScript: (frame: { tabId: number; frameId: number }) => Promise<void>,
): BackgroundHandlers['openCardAbove'] {
  return async ({ frame: { tabId, frameId } }, above) => {
    if (frameId === 0) throw new Error('There is no page above this one');
    const top = { tabId, frameId: 0 };
    await ensurePageScript(top);
    await callTab(top, 'openCard', above);
  };
}
