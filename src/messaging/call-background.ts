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

/**
 * Chromium leaves a call that reached its background while that was being ended unanswered for good (about one in a hundred
 * ends of the soak test). A background that has to wake first answers within a second, on a machine with ten times the work
 * that it can do within four.
 */
const retryAfterMs = 5_000;
/** After this a surface says that there is no answer and offers a retry, instead of looking busy for ever. */
const giveUpAfterMs = 30_000;

/**
 * Calls the background. A background that is asleep is woken by the call; one that is being restarted just then
 * drops it, so a call that nobody answered is made a second time, and whichever is answered first counts. Every call is
 * therefore safe to make twice.
 * @throws RejectedCall with the background's reason, UnansweredCall where it could not be reached twice.
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
  // A refusal is an answer too; only where neither was answered is there none.
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

/** What a promise comes to, or undefined where it has come to nothing by then. */
async function waitAtMost<Value>(limitMs: number, value: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([value, limit]);
  } finally {
    clearTimeout(timer);
  }
}
