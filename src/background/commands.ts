import browser from 'webextension-polyfill';
import type { ContentCalls } from '../contracts/messages.ts';
import { callTab } from '../messaging/call-tab.ts';

type Move = Parameters<ContentCalls['moveToMention']>[0];

/** The commands of the manifest that move between marks. */
const moves: Readonly<Record<string, Move>> = {
  'next-mention': { step: 1, open: true },
  'previous-mention': { step: -1, open: true },
  'open-mention': { step: 0, open: true },
};

/**
 * Passes keyboard commands to the active page. Firefox for Android has none.
 * @param keepArticle keeps the article in a tab, and shows the outcome
 */
export function startCommands(keepArticle: (tabId: number) => Promise<void>): void {
  browser.commands?.onCommand.addListener(async (command, tab) => {
    const move = moves[command];
    const tabId = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
    if (tabId === undefined) return;
    if (command === 'keep-article') await keepArticle(tabId);
    if (move === undefined) return;
    // A page without a content script has no mentions, so there is nothing to report.
    await callTab({ tabId, frameId: 0 }, 'moveToMention', move).catch(() => undefined);
  });
}
