import type { LibraryDesk } from './library-desk.ts';

/** One end of a message channel: a worker seen from its page, or a worker's own global scope. */
export interface DeskPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface Call {
  readonly number: number;
  readonly name: keyof LibraryDesk;
  readonly request: unknown;
}

type Reply = { readonly number: number } & ({ readonly reply: unknown } | { readonly reason: string });

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: Error): void;
}

/** Answers the calls that come through `port`. */
export function serveDesk(port: DeskPort, desk: LibraryDesk): void {
  port.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const { number, name, request } = data;
    const ask = desk[name] as (request: unknown) => Promise<unknown>;
    try {
      port.postMessage({ number, reply: await ask(request) });
    } catch (error) {
      port.postMessage({ number, reason: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** The desk at the other end of `port`; a call rejects with the desk's own reason. */
export function connectDesk(port: DeskPort): LibraryDesk {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  port.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const call = waiting.get(data.number);
    waiting.delete(data.number);
    if ('reason' in data) call?.reject(new Error(data.reason));
    else call?.resolve(data.reply);
  });
  const ask = (name: keyof LibraryDesk, request: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      port.postMessage({ number: count, name, request } satisfies Call);
    });
  // Both ends derive from LibraryDesk, so the reply is the one that the call promises.
  return {
    takePacks: (texts) => ask('takePacks', texts) as ReturnType<LibraryDesk['takePacks']>,
    search: (request) => ask('search', request) as ReturnType<LibraryDesk['search']>,
    open: (address) => ask('open', address) as ReturnType<LibraryDesk['open']>,
  };
}
