import type { BackgroundCalls, ContentCalls } from '../contracts/messages.ts';
import type { Envelope, ReplyOf, RequestOf } from './message-envelope.ts';

/** Firefox's `browser`, and Chromium's `chrome`, whose calls return promises too. */
interface NativeApi {
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
}

type Listener = (message: unknown, sender: { readonly id?: string }) => void;

function findRuntime(): NativeApi['runtime'] {
  const { browser, chrome } = globalThis as { readonly browser?: NativeApi; readonly chrome?: NativeApi };
  return (browser ?? chrome)?.runtime;
}

/** False once the extension was reloaded or removed under this script: every call would then fail. */
export function isExtensionThere(): boolean {
  return findRuntime()?.id !== undefined;
}

/** A build constant: Firefox answers every call (docs/browser-bugs.md). */
const isAlwaysAnswered = import.meta.env.MODE === 'firefox';
/** As in `call-background.ts`, which gives the reason. */
const retryAfterMs = 5_000;
const giveUpAfterMs = 30_000;

/**
 * `callBackground` in a few lines, without the polyfill and without error texts: for the script that every
 * page evaluates, where nobody reads them.
 * @throws if neither of two calls is answered, or the background refuses
 */
export async function sendNativeMessage<Name extends keyof BackgroundCalls>(
  call: Name,
  ...[request]: RequestOf<BackgroundCalls, Name>
): Promise<ReplyOf<BackgroundCalls, Name>> {
  const send = async () => {
    const answer = await findRuntime()?.sendMessage({ to: 'background', call, request });
    const { isOk, reply } = Object(answer) as { readonly isOk?: boolean; readonly reply?: unknown };
    if (isOk !== true) throw new Error(call);
    // Both ends derive from BackgroundCalls.
    return { reply: reply as ReplyOf<BackgroundCalls, Name> };
  };
  if (isAlwaysAnswered) return (await send()).reply;
  const first = send();
  const early = await Promise.race([first.catch(() => undefined), wait(retryAfterMs)]);
  const answer = early ?? (await Promise.race([Promise.any([first, send()]), wait(giveUpAfterMs)]));
  if (!answer) throw new Error(call);
  return answer.reply;
}

function wait(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Resolves when the background reports that Sidelight, off in this frame so far, may be on. Never once the
 * signal has aborted.
 */
export function waitUntilOn(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const runtime = findRuntime();
    const listener: Listener = (message, sender) => {
      const { to, call, request } = Object(message) as Partial<Envelope>;
      if (sender.id !== runtime?.id || to !== 'content' || call !== 'applySettings') return;
      const { settings, isByHost } = request as RequestOf<ContentCalls, 'applySettings'>[0];
      // A frame of another site has to ask whether that site is on, too.
      if (!isByHost || settings.stoppedBy !== null) return;
      runtime?.onMessage.removeListener(listener);
      resolve();
    };
    runtime?.onMessage.addListener(listener);
    signal.addEventListener('abort', () => runtime?.onMessage.removeListener(listener), { once: true });
  });
}
