import browser, { type Runtime } from 'webextension-polyfill';
import type { ContentCalls } from '../contracts/messages.ts';
import { identifyCaller } from './identify-caller.ts';
import {
  answer,
  type Envelope,
  isEnvelope,
  isRecord,
  type ReplyOf,
  type RequestOf,
} from './message-envelope.ts';

export type ContentHandlers = {
  readonly [Name in keyof ContentCalls]: (
    ...request: RequestOf<ContentCalls, Name>
  ) => ReplyOf<ContentCalls, Name> | Promise<ReplyOf<ContentCalls, Name>>;
};

type RequestCheck = (request: unknown) => boolean;
const isAbsent: RequestCheck = (request) => request === undefined;

/** Every request's shape, checked by hand for the reason given in `message-envelope.ts`. */
const isWellFormed: Readonly<Record<keyof ContentCalls, RequestCheck>> = {
  readArticle: isAbsent,
  // The background has validated it against a schema.
  openCard: isRecord,
  leavePage: isAbsent,
  lookUpSelection: isAbsent,
  revealStatement: (request) =>
    isRecord(request) &&
    typeof request.statement === 'string' &&
    (request.index === undefined || isIndex(request.index)),
  revealMention: (request) =>
    isRecord(request) && typeof request.entity === 'string' && Number.isSafeInteger(request.index),
  applySettings: (request) =>
    isRecord(request) &&
    typeof request.host === 'string' &&
    isRecord(request.settings) &&
    typeof request.isByHost === 'boolean',
  moveToMention: (request) => isRecord(request) && isStep(request.step) && typeof request.open === 'boolean',
};

function isIndex(index: unknown): boolean {
  return Number.isSafeInteger(index) && Number(index) >= 0;
}

function isStep(step: unknown): boolean {
  return step === -1 || step === 0 || step === 1;
}

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

/**
 * Only the background and the extension's own pages may call a content script, never another content script
 * or a card.
 */
function readContentCall(message: unknown, sender: Runtime.MessageSender): Envelope | undefined {
  if (identifyCaller(sender)?.kind !== 'extension-page') return undefined;
  return isEnvelope(message, 'content') ? message : undefined;
}

function dispatch(handlers: ContentHandlers, envelope: Envelope): unknown {
  if (!Object.hasOwn(isWellFormed, envelope.call)) throw new TypeError(`There is no call "${envelope.call}"`);
  const call = envelope.call as keyof ContentCalls;
  if (!isWellFormed[call](envelope.request))
    throw new TypeError(`"${call}" was asked with a malformed request`);
  return (handlers[call] as (request: unknown) => unknown)(envelope.request);
}
