/**
 * The envelope that every message travels in, so that contexts that share one channel (`runtime.onMessage`
 * is heard by the background and by every open extension page) take only what is addressed to them.
 */
import * as v from 'valibot';

export type Calls<Direction> = {
  [Name in keyof Direction]: Direction[Name] extends (...request: infer Request) => infer Reply
    ? { request: Request; reply: Reply }
    : never;
};

/** What a caller gives after the call's name: nothing, or the one request object. */
export type RequestOf<Direction, Name extends keyof Direction> = Calls<Direction>[Name]['request'];
export type ReplyOf<Direction, Name extends keyof Direction> = Calls<Direction>[Name]['reply'];

export type Address = 'background' | 'content';

export const Envelope = v.strictObject({
  to: v.picklist(['background', 'content']),
  call: v.string(),
  request: v.optional(v.unknown()),
});
export type Envelope = v.InferOutput<typeof Envelope>;

/** Errors travel as text: browsers do not carry Error objects through messages alike. */
export const Answer = v.union([
  v.object({ isOk: v.literal(true), reply: v.optional(v.unknown()) }),
  v.object({ isOk: v.literal(false), reason: v.string() }),
]);
export type Answer = v.InferOutput<typeof Answer>;

/** The other side heard the call and refused it or failed: trying again would change nothing. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';
}

/** Nobody answered, even at the second try: the extension was removed, updated or is broken. */
export class UnansweredCall extends Error {
  override readonly name = 'UnansweredCall';
}

/** @throws RefusedCall, or UnansweredCall where what came back is no answer of ours. */
export function readAnswer(call: string, answer: unknown): unknown {
  const reading = v.safeParse(Answer, answer);
  if (!reading.success) throw new UnansweredCall(`"${call}" was not answered`);
  if (!reading.output.isOk) throw new RefusedCall(reading.output.reason);
  return reading.output.reply;
}

export async function answer(work: () => unknown): Promise<Answer> {
  try {
    return { isOk: true, reply: await work() };
  } catch (error) {
    return {
      isOk: false,
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}
