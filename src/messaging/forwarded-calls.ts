import browser, { type Runtime } from 'webextension-polyfill';
import type { ForwardedCall } from '../contracts/card-calls.ts';
import { callBackground } from './call-background.ts';
import { answer, isRecord, readAnswer } from './message-envelope.ts';

export type ForwardTarget = 'card' | 'box';

type Handlers = Readonly<Record<string, (request: unknown) => unknown>>;

/**
 * Answers calls of the other end that the background forwards, until `signal` aborts. Ignores calls with an
 * unknown token.
 * @param noteFrame called with the frame of the tab that the other end is in
 */
export function handleForwardedCalls(
  end: ForwardTarget,
  token: string,
  handlers: Handlers,
  noteFrame: (frameId: number) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    // Accepts only the background, which is in no tab.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    if (!isRecord(message) || message.to !== end || message.token !== token) return undefined;
    const { call, request, from } = message;
    if (typeof call !== 'string' || typeof from !== 'number') return undefined;
    noteFrame(from);
    return answer(() => {
      if (!Object.hasOwn(handlers, call)) throw new TypeError(`There is no call "${call}"`);
      return handlers[call]?.(request);
    });
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

/**
 * Calls the other end.
 * @param frameId its frame; in all frames of the tab while that is unknown
 * @throws RejectedCall if the other end refuses, UnansweredCall if it cannot be reached
 */
export function callThroughBackground(
  end: ForwardTarget,
  call: ForwardedCall,
  frameId: number | undefined,
): Promise<unknown> {
  const forwarded = { ...call, ...(frameId !== undefined && { frameId }) };
  return end === 'card' ? callBackground('tellCard', forwarded) : callBackground('tellBox', forwarded);
}

/**
 * For the background: forwards a call to the other end in the same tab, and returns its answer. Stores
 * nothing.
 */
export async function forwardCall(
  end: ForwardTarget,
  place: { readonly tabId: number; readonly frameId: number },
  { frameId, ...call }: ForwardedCall & { readonly frameId?: number },
): Promise<unknown> {
  const message = { to: end, ...call, from: place.frameId };
  return readAnswer(
    call.call,
    await browser.tabs.sendMessage(place.tabId, message, frameId === undefined ? {} : { frameId }),
  );
}

export interface Placed {
  readonly place: { readonly tabId: number; readonly frameId: number };
}

/** For the background. */
export const forwardedCalls = {
  tellCard: ({ place }: Placed, call: ForwardedCall & { frameId?: number }) =>
    forwardCall('card', place, call),
  tellBox: ({ place }: Placed, call: ForwardedCall & { frameId?: number }) => forwardCall('box', place, call),
};
