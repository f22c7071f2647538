import * as v from 'valibot';
import type { BoxCalls, BoxLink, CardCalls } from '../contracts/card-calls.ts';
import { AppearanceSchema, CardDrawingSchema } from '../contracts/card-request-schema.ts';
import { callBackground } from '../messaging/call-background.ts';
import { callThroughBackground, handleForwardedCalls } from '../messaging/forwarded-calls.ts';

const Shown = v.object({ number: v.number(), takesFocus: v.boolean(), isSheet: v.boolean() });

/**
 * Connects a card to the box that holds its frame. Messages from the box come from a page's context and are checked.
 * @param token of the frame
 */
export function connectBox(token: string, listener: CardCalls): BoxLink {
  let frameId: number | undefined;
  const handlers = {
    isRunning: () => true,
    draw: (request: unknown) => listener.draw(v.parse(CardDrawingSchema, request)),
    reveal: (request: unknown) => listener.reveal(v.parse(Shown, request)),
    appear: (request: unknown) => listener.appear(v.parse(AppearanceSchema, request)),
    clear: (request: unknown) => listener.clear(v.parse(v.object({ number: v.number() }), request)),
  };
  const note = (id: number) => {
    frameId ??= id;
  };
  handleForwardedCalls('card', token, handlers, note, new AbortController().signal);
  const call = (name: keyof BoxCalls, request?: unknown) =>
    callThroughBackground('box', { token, call: name, request }, frameId);
  return {
    ready: () => callBackground('beginCard', { token }),
    fit: async (wanted) => void (await call('fit', wanted)),
    close: async (how) => void (await call('close', how)),
    pointer: async (where) => void (await call('pointer', where)),
    blurred: async () => void (await call('blurred')),
    covered: async () => void (await call('covered')),
    left: async () => void (await call('left')),
    mayAct: async () => (await call('mayAct')) === true,
    switching: async (to) => void (await call('switching', to)),
  };
}
