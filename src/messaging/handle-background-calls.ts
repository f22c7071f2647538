import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { BackgroundCalls } from '../contracts/messages.ts';
import type { CardChange } from '../settings/change-settings.ts';
import { siteOf } from '../settings/site-rules.ts';
import { callRules } from './call-rules.ts';
import { type Caller, type CallerKind, identifyCaller } from './identify-caller.ts';
import { answer, type Envelope, isEnvelope, type ReplyOf, type RequestOf } from './message-envelope.ts';

/** The contexts that may make the call, by `call-rules.ts`. */
type CallerOf<Name extends keyof BackgroundCalls> = Extract<
  Caller,
  { readonly kind: (typeof callRules)[Name]['by'][number] }
>;

export type BackgroundHandlers = {
  readonly [Name in keyof BackgroundCalls]: (
    caller: CallerOf<Name>,
    ...request: RequestOf<BackgroundCalls, Name>
  ) => ReplyOf<BackgroundCalls, Name> | Promise<ReplyOf<BackgroundCalls, Name>>;
};

/**
 * Answers every call made with `callBackground`. Register it at once when the background starts: a call may
 * have started it.
 * @param ready resolves before any call is answered; if it rejects, each call is rejected with its reason
 */
export function handleBackgroundCalls(handlers: BackgroundHandlers, ready: Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const envelope = readBackgroundCall(message, sender);
    if (envelope === undefined) return undefined;
    return answer(async () => {
      await ready;
      return dispatch(handlers, envelope, identifyCaller(sender));
    });
  });
}

function readBackgroundCall(message: unknown, sender: Runtime.MessageSender): Envelope | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  return isEnvelope(message, 'background') ? message : undefined;
}

function dispatch(handlers: BackgroundHandlers, envelope: Envelope, caller: Caller | undefined): unknown {
  if (!Object.hasOwn(callRules, envelope.call)) throw new TypeError(`There is no call "${envelope.call}"`);
  const call = envelope.call as keyof BackgroundCalls;
  const { by, request }: { by: readonly CallerKind[]; request: v.GenericSchema } = callRules[call];
  if (caller === undefined) throw new TypeError(`Nobody in this place may call "${call}"`);
  if (!by.includes(caller.kind)) throw new TypeError(`No ${caller.kind} may call "${call}"`);
  const reading = v.safeParse(request, envelope.request);
  if (!reading.success) throw new TypeError(`"${call}" was asked with a malformed request`);
  if (call === 'changeFromCard') rejectOtherSites(reading.output as CardChange, caller);
  const handle = handlers[call] as (caller: Caller, request: unknown) => unknown;
  return handle(caller, reading.output);
}

/**
 * A card in a page may name only the page's own site. Exceptions for words beside a name may apply
 * everywhere; they reveal less than hiding the entity does.
 */
function rejectOtherSites(change: CardChange, { frame }: Caller): void {
  if (frame === null || change.kind === 'entity' || change.kind === 'topic') return;
  const host = change.kind === 'site' ? change.pattern : change.exception.host;
  if (host === undefined) return;
  if (frame.pageHost === '' || siteOf(`https://${host}`) !== frame.pageHost)
    throw new TypeError('A card may change nothing of another site than its page’s');
}
