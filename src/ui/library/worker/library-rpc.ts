import { FailureError } from '../../../settings/failure.ts';
import type { LibraryService } from './library-service.ts';

/** A worker's own global scope. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** A worker seen from its page. */
export interface LibraryWorker extends WorkerPort {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

interface Call {
  readonly number: number;
  readonly name: keyof LibraryService;
  readonly request: unknown;
}

type Reply = { readonly number: number } & ({ readonly reply: unknown } | { readonly reason: string });

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: Error): void;
}

/** Answers the calls that come through `port`. */
export function serveLibrary(port: WorkerPort, library: LibraryService): void {
  port.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const { number, name, request } = data;
    const ask = library[name] as (request: unknown) => Promise<unknown>;
    try {
      port.postMessage({ number, reply: await ask(request) });
    } catch (error) {
      port.postMessage({ number, reason: error instanceof Error ? error.message : String(error) });
    }
  });
}

/**
 * The desk in a worker, which `start` starts: at once, and anew with the next packs where it has failed. A call rejects with the
 * desk's own reason, or with `libraryStopped` where there is no answer to be had: the worker did not load, broke off, or sent what
 * cannot be read.
 */
export function connectLibrary(start: () => LibraryWorker): LibraryService {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let worker: LibraryWorker | undefined;

  function open(): LibraryWorker {
    const opened = start();
    const stop = () => {
      // What was sent before it was given up may still come: the calls that wait now are its successor's.
      if (worker !== opened) return;
      // A worker that goes on after an error is not trusted any more; the next one must not wait for it.
      opened.terminate();
      worker = undefined;
      for (const call of waiting.values())
        call.reject(new FailureError({ code: 'libraryStopped', values: {} }));
      waiting.clear();
    };
    opened.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const call = waiting.get(data.number);
      waiting.delete(data.number);
      if ('reason' in data) call?.reject(new Error(data.reason));
      else call?.resolve(data.reply);
    });
    opened.addEventListener('error', stop);
    opened.addEventListener('messageerror', stop);
    return opened;
  }

  const ask = (name: keyof LibraryService, request: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      // A new worker knows no packs: whatever else it were asked, it would say that there is nothing.
      if (name === 'replacePacks') worker ??= open();
      if (worker === undefined) {
        reject(new FailureError({ code: 'libraryStopped', values: {} }));
        return;
      }
      count += 1;
      waiting.set(count, { resolve, reject });
      worker.postMessage({ number: count, name, request } satisfies Call);
    });
  worker = open();
  // Both ends derive from LibraryService, so the reply is the one that the call promises.
  return {
    replacePacks: (texts) => ask('replacePacks', texts) as ReturnType<LibraryService['replacePacks']>,
    search: (request) => ask('search', request) as ReturnType<LibraryService['search']>,
    open: (address) => ask('open', address) as ReturnType<LibraryService['open']>,
  };
}
