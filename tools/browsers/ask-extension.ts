import type { Page } from 'puppeteer-core';
import { readAnswer } from '../../src/messaging/message-envelope.ts';
import { callInPage, type Json } from './call-in-page.ts';

type Scope = Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;

/**
 * One call of the background, as a surface makes it; `surface` is any page of the extension.
 * @throws RejectedCall with the background's reason, UnansweredCall where nothing of it came back
 */
export async function askBackground(surface: Page, call: string, request: Json = null): Promise<Json> {
  return (readAnswer(call, await callInPage(surface, send, call, request)) ?? null) as Json;
}

/** What the content script of the page at an address tells of it, once it has read it; null where none answers. */
export function describePage(
  surface: Page,
  address: string,
): Promise<{ mentions: { count: number }[] } | null> {
  return callInPage(surface, askTab, address);
}

/** Runs in the page of the extension. */
async function send(call: string, request: Json): Promise<Json> {
  const scope = globalThis as unknown as Scope;
  const { runtime } = scope.browser ?? scope.chrome;
  const message = { to: 'background', call, ...(request !== null && { request }) };
  const ask = () => runtime.sendMessage(message) as Promise<Json>;
  let stop = () => {};
  const answer = new Promise<Json>((resolve, reject) => {
    // A background that has just been ended answers a later call; Chromium may leave those before it unanswered for good.
    const timer = setInterval(() => ask().then(resolve, () => undefined), 5_000);
    const giveUp = setTimeout(() => reject(new Error(`Nobody answered ${call} within 90 s`)), 90_000);
    stop = () => {
      clearInterval(timer);
      clearTimeout(giveUp);
    };
    ask().catch(ask).then(resolve, reject);
  });
  return answer.finally(() => stop());
}

/** Runs in the page of the extension. */
async function askTab(address: string): Promise<{ mentions: { count: number }[] } | null> {
  const scope = globalThis as unknown as Scope;
  const { runtime, tabs } = scope.browser ?? scope.chrome;
  const tab = (await tabs.query({})).find(({ url }) => url === address);
  // A page that has gone on to another address.
  if (tab?.id === undefined) return null;
  // As the pop-up does: a page that has nothing to show is followed by no script that could answer.
  const frame = { tabId: tab.id, frameId: 0 };
  await runtime.sendMessage({ to: 'background', call: 'bringPage', request: frame }).catch(() => null);
  const message = { to: 'content', call: 'describePage' };
  const answer = await tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => null);
  return (answer as { reply?: { mentions: { count: number }[] } } | null)?.reply ?? null;
}
