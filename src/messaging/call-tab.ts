import browser from 'webextension-polyfill';
import type { ContentCalls } from '../contracts/messages.ts';
import {
  type Envelope,
  type ReplyOf,
  type RequestOf,
  readAnswer,
  UnansweredCall,
} from './message-envelope.ts';

/**
 * Calls the content script in one frame of a tab (0 is the top frame), or in all its frames; the first answer
 * then counts.
 * @throws UnansweredCall if no content script runs there: a page of the browser itself, or one not yet loaded
 */
export async function callTab<Name extends keyof ContentCalls>(
  target: { readonly tabId: number; readonly frameId?: number },
  call: Name,
  ...[request]: RequestOf<ContentCalls, Name>
): Promise<ReplyOf<ContentCalls, Name>> {
  const envelope: Envelope = {
    to: 'content',
    call,
    ...(request === undefined ? {} : { request }),
  };
  let answer: unknown;
  try {
    const { tabId, frameId } = target;
    answer = await browser.tabs.sendMessage(tabId, envelope, frameId === undefined ? {} : { frameId });
  } catch (error) {
    throw new UnansweredCall(`No page answers in tab ${target.tabId} (${call})`, { cause: error });
  }
  return readAnswer(call, answer) as ReplyOf<ContentCalls, Name>;
}
