import browser from 'webextension-polyfill';
import {
  type Envelope,
  RefusedCall,
  type ReplyOf,
  type RequestOf,
  readAnswer,
  UnansweredCall,
} from './message-envelope.ts';
import type { BackgroundCalls } from './messages.ts';

/**
 * Calls the background. A background that is asleep is woken by the call; one that is being restarted just then
 * drops it, so a call that nobody answered is made a second time. Every call is therefore safe to make twice.
 * @throws RefusedCall with the background's reason, UnansweredCall where it could not be reached twice.
 */
export async function callBackground<Name extends keyof BackgroundCalls>(
  call: Name,
  ...[request]: RequestOf<BackgroundCalls, Name>
): Promise<ReplyOf<BackgroundCalls, Name>> {
  const envelope: Envelope = {
    to: 'background',
    call,
    ...(request === undefined ? {} : { request }),
  };
  // Both ends derive from BackgroundCalls, so the reply is the one that the call promises.
  try {
    return (await send(envelope)) as ReplyOf<BackgroundCalls, Name>;
  } catch (error) {
    if (error instanceof RefusedCall) throw error;
    return (await send(envelope)) as ReplyOf<BackgroundCalls, Name>;
  }
}

async function send(envelope: Envelope): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new UnansweredCall(`Sidelight's background cannot be reached (${envelope.call})`, { cause: error });
  }
  return readAnswer(envelope.call, answer);
}
