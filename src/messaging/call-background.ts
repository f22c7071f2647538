import browser from 'webextension-polyfill';
import type { BackgroundCalls } from '../contracts/messages.ts';
import {
  type CallResult,
  checkAnswer,
  type Envelope,
  openAnswer,
  type ReplyOf,
  type RequestOf,
  UnansweredCall,
} from './message-envelope.ts';
import { waitAtMost } from './wait-at-most.ts';

/**
 * When a call is retried. Chromium never answers a call that arrives while its background is being suspended
 * (about one in a hundred suspensions in the soak test). A background that has to start first answers within
 * a second, or within four on a machine that is ten times slower.
 */
const retryAfterMs = 5_000;
/** After this a surface says that there is no answer and offers a retry, instead of loading endlessly. */
const giveUpAfterMs = 30_000;

/**
 * Calls the background. The call wakes a suspended background; one that is just restarting drops the call. So
 * an unanswered call is made a second time, and the first answer counts. Every call is therefore safe to make
 * twice.
 * @throws RejectedCall with the background's reason; UnansweredCall if both calls failed to reach it
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
  // Both ends derive from BackgroundCalls, so the reply is of the type that the call promises.
  return openAnswer(await callWithRetry(envelope)) as ReplyOf<BackgroundCalls, Name>;
}

async function callWithRetry(envelope: Envelope): Promise<CallResult> {
  const first = send(envelope);
  const early = await waitAtMost(
    retryAfterMs,
    first.catch(() => undefined),
  );
  if (early) return early;
  const second = send(envelope);
  // A rejection is an answer too; there is none only if both calls went unanswered.
  const either = Promise.any([first, second]).catch(() => second);
  const answer = await waitAtMost(giveUpAfterMs, either);
  if (!answer) throw new UnansweredCall(`Sidelight's background does not answer (${envelope.call})`);
  return answer;
}

async function send(envelope: Envelope): Promise<CallResult> {
  let answer: unknown;
  try {
    answer = await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new UnansweredCall(`Sidelight's background cannot be reached (${envelope.call})`, { cause: error });
  }
  return checkAnswer(envelope.call, answer);
}
