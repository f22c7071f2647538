import type { Settings } from '../../src/settings/settings.ts';
import type { Json } from '../browsers/call-in-page.ts';
import type { DrivenPage } from '../browsers/driven-page.ts';

type Scope = Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
interface Answer {
  readonly isOk: boolean;
  readonly reply?: unknown;
  readonly reason?: string;
}

/** One call of the background from a page of the extension. Undefined where it was refused, with the reason in `refusals`. */
export async function askBackground(
  face: DrivenPage,
  call: string,
  request: Json,
  refusals: string[] = [],
): Promise<unknown> {
  const answer = (await face.call(send, call, request)) as Answer | null;
  if (answer?.isOk) return answer.reply;
  refusals.push(answer?.reason ?? 'no answer');
  return undefined;
}

export async function readSettings(face: DrivenPage): Promise<Settings> {
  return (await askBackground(face, 'getSettings', null)) as Settings;
}

/** Fills `storage.sync` to its last byte, or empties it again of what filled it. */
export async function fillStorage(face: DrivenPage, isFull: boolean): Promise<void> {
  await face.call(fill, isFull);
}

/** Resolves when the content script at an address has read its page; where none answers, at once. */
export async function waitUntilRead(face: DrivenPage, address: string): Promise<void> {
  await face.call(askTab, address);
}

async function send(call: string, request: Json): Promise<Json> {
  const scope = globalThis as unknown as Scope;
  const { runtime } = scope.browser ?? scope.chrome;
  const message = { to: 'background', call, ...(request !== null && { request }) };
  // A background that has just been ended answers the second time.
  const answer = await runtime.sendMessage(message).catch(() => runtime.sendMessage(message));
  return (answer ?? null) as Json;
}

async function fill(isFull: boolean): Promise<null> {
  const scope = globalThis as unknown as Scope;
  const { sync } = (scope.browser ?? scope.chrome).storage;
  const keys = Array.from({ length: 13 }, (_, i) => `filler${i}`);
  if (!isFull) {
    await sync.remove(keys);
    return null;
  }
  // Of letters that no compression makes small.
  const noise = (length: number) => {
    let text = '';
    while (text.length < length) text += Math.random().toString(36).slice(2);
    return text.slice(0, length);
  };
  for (const key of keys) {
    for (const length of [8_000, 1_000, 100]) {
      const isKept = await sync.set({ [key]: noise(length) }).then(
        () => true,
        () => false,
      );
      if (isKept) break;
    }
  }
  return null;
}

async function askTab(address: string): Promise<null> {
  const scope = globalThis as unknown as Scope;
  const { tabs } = scope.browser ?? scope.chrome;
  const tab = (await tabs.query({})).find(({ url }) => url === address);
  await tabs
    .sendMessage(tab?.id ?? -1, { to: 'content', call: 'describePage' }, { frameId: 0 })
    .catch(() => null);
  return null;
}
