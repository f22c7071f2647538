import type { Page } from 'puppeteer-core';
import { readAnswer } from '../../src/messaging/message-envelope.ts';
import { callInPage, type Json } from './call-in-page.ts';

type Scope = Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;

/**
 * One call to the background, as from a surface; `surface` is any page of the extension.
 * @throws RejectedCall with the background's reason, UnansweredCall if no answer arrived
 */
export async function askBackground(surface: Page, call: string, request: Json = null): Promise<Json> {
  return (readAnswer(call, await callInPage(surface, send, call, request)) ?? null) as Json;
}

/** How many mentions the page at an address has, once it has been read; null if no script answers. */
export function countMentions(surface: Page, address: string): Promise<number | null> {
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
    // A background that was just terminated answers a later call; Chromium may never answer the calls before it.
    const timer = setInterval(() => ask().then(resolve, () => undefined), 5_000);
    const giveUp = setTimeout(() => reject(new Error(`No answer to ${call} within 90 s`)), 90_000);
    stop = () => {
      clearInterval(timer);
      clearTimeout(giveUp);
    };
    ask().catch(ask).then(resolve, reject);
  });
  return answer.finally(() => stop());
}

/** Runs in the page of the extension. */
async function askTab(address: string): Promise<number | null> {
  const scope = globalThis as unknown as Scope;
  const { runtime, tabs } = scope.browser ?? scope.chrome;
  const tab = (await tabs.query({})).find(({ url }) => url === address);
  // A page that has navigated to another address.
  if (tab?.id === undefined) return null;
  // As in the popup: a page with nothing to show has no script that could answer.
  const frame = { tabId: tab.id, frameId: 0 };
  await runtime.sendMessage({ to: 'background', call: 'bringPage', request: frame }).catch(() => null);
  const message = { to: 'content', call: 'readArticle' };
  const answer = await tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => null);
  const { reply } = (answer ?? {}) as { reply?: Record<'blocks' | 'beside', { mentions: unknown[] }[]> };
  if (reply === undefined) return null;
  return [...reply.blocks, ...reply.beside].reduce((sum, { mentions }) => sum + mentions.length, 0);
}
