import type { TestedExtension } from '../driving/start-extension.ts';

/** A message from a content script to the background. */
export interface LoggedMessage {
  readonly call: string;
  /** Of the page in the sender's tab, without its host. */
  readonly path: string;
  readonly frameId: number;
  /** For `sendText`: the number of the message within its reading. */
  readonly number: number | null;
  /** The text of `checkText`, or of the blocks added by `sendText`: its beginning and length. */
  readonly text: string;
  readonly textLength: number;
}

export interface MessageLog {
  /** All messages since the log began or was cleared, in order of arrival. */
  read(): Promise<LoggedMessage[]>;
  clear(): Promise<void>;
  /**
   * Acts once, as soon as such a message arrives, while it is being answered; `number` selects one of `sendText`.
   * @returns a promise that resolves when the action is done
   */
  actAt(call: string, act: () => Promise<void>, number?: number): Promise<{ readonly done: Promise<void> }>;
}

/**
 * Records what content scripts send to the background: a page of the extension in a tab receives it, too. Its tab
 * becomes active, so pages opened before it are hidden.
 */
export async function logMessages(tested: TestedExtension): Promise<MessageLog> {
  const { page } = await tested.openSilentPage();
  let onReceived = () => {};
  await page.exposeFunction('noteHeard', () => onReceived());
  await page.evaluate(`(${listen})()`);
  return {
    read: async () => (await page.evaluate('globalThis.messageLog.heard')) as LoggedMessage[],
    async clear() {
      await page.evaluate('globalThis.messageLog.heard = []');
    },
    async actAt(call, act, number) {
      const done = new Promise<void>((resolve, reject) => {
        onReceived = () => void act().then(resolve, reject);
      });
      await page.evaluate(`globalThis.messageLog.awaited = ${JSON.stringify({ call, number })}`);
      return { done };
    },
  };
}

/** Runs in the page of the extension. */
const listen = `function () {
  const api = globalThis.browser ?? chrome;
  const log = { heard: [], awaited: undefined };
  globalThis.messageLog = log;
  api.runtime.onMessage.addListener((message, sender) => {
    if (message?.to !== 'background' || sender.tab === undefined) return;
    if (sender.url?.startsWith(api.runtime.getURL(''))) return;
    const { call, request } = message;
    const number = request?.number ?? null;
    const text = request?.text ?? (request?.added ?? []).map((block) => block.text).join('\\n');
    const path = URL.canParse(sender.tab.url) ? new URL(sender.tab.url).pathname : '';
    log.heard.push({ call, path, frameId: sender.frameId, number, text: text.slice(0, 2_000), textLength: text.length });
    if (log.awaited?.call !== call || (log.awaited.number ?? number) !== number) return;
    log.awaited = undefined;
    void globalThis.noteHeard();
  });
}`;
