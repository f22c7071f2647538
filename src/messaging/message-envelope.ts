import { type Failure, readFailure } from '../settings/failure.ts';

/**
 * The envelope of every message. Contexts share one channel (the background and every open extension page
 * receive `runtime.onMessage`), so each takes only what is addressed to it. Checked by hand: a schema library
 * would be evaluated in every frame of every page.
 */
export type Calls<Direction> = {
  [Name in keyof Direction]: Direction[Name] extends (...request: infer Request) => infer Reply
    ? { request: Request; reply: Reply }
    : never;
};

/** The caller's argument after the call's name: nothing, or the one request object. */
export type RequestOf<Direction, Name extends keyof Direction> = Calls<Direction>[Name]['request'];
export type ReplyOf<Direction, Name extends keyof Direction> = Calls<Direction>[Name]['reply'];

export type Address = 'background' | 'content';

export interface Envelope {
  readonly to: Address;
  readonly call: string;
  readonly request?: unknown;
}

/** Errors travel as text, because browsers differ in how they send Error objects. */
export type CallResult =
  | { readonly isOk: true; readonly reply?: unknown }
  | { readonly isOk: false; readonly reason: string; readonly failure?: Failure };

export function isEnvelope(message: unknown, to: Address): message is Envelope {
  return isRecord(message) && message.to === to && typeof message.call === 'string';
}

function isAnswer(message: unknown): message is CallResult {
  if (!isRecord(message)) return false;
  return message.isOk === true || (message.isOk === false && typeof message.reason === 'string');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The other side received the call and refused it or failed: retrying would change nothing. */
export class RejectedCall extends Error {
  override readonly name = 'RejectedCall';
  /** What to tell the reader, if it concerns the reader. */
  readonly failure: Failure | undefined;

  constructor(reason: string, failure: Failure | undefined) {
    super(reason);
    this.failure = failure;
  }
}

/** No answer, even after a retry: the extension was removed, updated or is broken. */
export class UnansweredCall extends Error {
  override readonly name = 'UnansweredCall';
  readonly failure: Failure = { code: 'unanswered', values: {} };
}

/** @throws RejectedCall, or UnansweredCall if the value is not an answer of ours */
export function readAnswer(call: string, answer: unknown): unknown {
  return openAnswer(checkAnswer(call, answer));
}

/** @throws UnansweredCall if the value is not an answer of ours: nothing received the call */
export function checkAnswer(call: string, answer: unknown): CallResult {
  if (!isAnswer(answer)) throw new UnansweredCall(`"${call}" was not answered`);
  return answer;
}

/** @throws RejectedCall with the other side's reason */
export function openAnswer(answer: CallResult): unknown {
  if (!answer.isOk) throw new RejectedCall(answer.reason, answer.failure);
  return answer.reply;
}

export async function answer(work: () => unknown): Promise<CallResult> {
  try {
    return { isOk: true, reply: await work() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = readFailure(error);
    return { isOk: false, reason, ...(failure && { failure }) };
  }
}
