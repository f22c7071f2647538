import browser from 'webextension-polyfill';
import type { ArticleCall, BoxCalls, CardCalls, CardLink } from '../contracts/card-calls.ts';
import { callThroughBackground, handleForwardedCalls } from '../messaging/forwarded-calls.ts';
import { isRecord, RejectedCall } from '../messaging/message-envelope.ts';

/** The address of the page that draws cards. */
export function cardAddress(): string {
  return browser.runtime.getURL('src/entrypoints/card.html');
}

/** How the box of a page reaches the card that it holds, and hears it until `signal` aborts. @param token of the card's frame */
export function connectCard(token: string, listener: BoxCalls & ArticleCall, signal: AbortSignal): CardLink {
  let frameId: number | undefined;
  // Checked by hand: a schema library would be evaluated in the page.
  const handlers = {
    ready: () => listener.ready(),
    readArticle: () => listener.readArticle(),
    fit: (request: unknown) => {
      const { number, height, isNew } = Object(request) as Record<string, unknown>;
      if (typeof number === 'number' && typeof height === 'number' && Number.isFinite(height))
        listener.fit({ number, height, isNew: isNew === true });
    },
    close: (request: unknown) => listener.close({ isByKey: isTrue(request, 'isByKey') }),
    pointer: (request: unknown) => listener.pointer({ isInside: isTrue(request, 'isInside') }),
    blurred: () => listener.blurred(),
    covered: () => listener.covered(),
    left: () => listener.left(),
    mayAct: () => listener.mayAct(),
    switching: (request: unknown) => listener.switching({ isOn: isTrue(request, 'isOn') }),
  };
  handleForwardedCalls('box', token, handlers, (id) => (frameId = id), signal);
  const call = async (name: keyof CardCalls, request?: unknown): Promise<void> => {
    if (frameId === undefined) throw new Error('The card does not listen yet');
    await callThroughBackground('card', { token, call: name, request }, frameId);
  };
  return {
    draw: (drawing) => call('draw', drawing),
    reveal: (shown) => call('reveal', shown),
    appear: (appearance) => call('appear', appearance),
    clear: (what) => call('clear', what),
    async isRunning() {
      try {
        return (await callThroughBackground('card', { token, call: 'isRunning' }, frameId)) === true;
      } catch (error) {
        // No card in the tab knows the token.
        if (error instanceof RejectedCall) return false;
        throw error;
      }
    },
  };
}

function isTrue(request: unknown, key: string): boolean {
  return isRecord(request) && request[key] === true;
}
