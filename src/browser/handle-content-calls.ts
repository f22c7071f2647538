import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { answer, Envelope, type ReplyOf, type RequestOf } from './message-envelope.ts';
import type { ContentCalls } from './messages.ts';

export type ContentHandlers = {
  readonly [Name in keyof ContentCalls]: (
    ...request: RequestOf<ContentCalls, Name>
  ) => ReplyOf<ContentCalls, Name> | Promise<ReplyOf<ContentCalls, Name>>;
};

const Index = v.pipe(v.number(), v.integer(), v.minValue(0));

export const contentRequests = {
  describePage: v.undefined(),
  readArticle: v.undefined(),
  revealStatement: v.object({ statement: v.string() }),
  revealMention: v.object({ entity: v.string(), index: Index }),
  moveToMention: v.object({ step: v.picklist([-1, 0, 1]), open: v.boolean() }),
} as const satisfies Record<keyof ContentCalls, v.GenericSchema>;

/** Answers every call made with `callTab`, until `signal` aborts. */
export function handleContentCalls(handlers: ContentHandlers, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    const envelope = readContentCall(message, sender);
    if (envelope === undefined) return undefined;
    return answer(() => dispatch(handlers, envelope));
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

/** Only the background and the extension's own pages may call a content script, never another content script. */
function readContentCall(message: unknown, sender: Runtime.MessageSender): Envelope | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const isFromPage = sender.tab !== undefined && !sender.url?.startsWith(browser.runtime.getURL(''));
  if (isFromPage) return undefined;
  const reading = v.safeParse(Envelope, message);
  return reading.success && reading.output.to === 'content' ? reading.output : undefined;
}

function dispatch(handlers: ContentHandlers, envelope: Envelope): unknown {
  if (!Object.hasOwn(contentRequests, envelope.call))
    throw new TypeError(`There is no call "${envelope.call}"`);
  const call = envelope.call as keyof ContentCalls;
  const reading = v.safeParse(contentRequests[call], envelope.request);
  if (!reading.success) throw new TypeError(`"${call}" was asked with a malformed request`);
  return (handlers[call] as (request: unknown) => unknown)(reading.output);
}
