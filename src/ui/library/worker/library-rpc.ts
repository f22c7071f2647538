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

/** Answers the calls that arrive through `port`. */
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
 * The library service in a worker that `start` creates: at once, and again with the next packs after a failure. A call
 * rejects with the service's own reason, or with `libraryStopped` if there will be no answer: the worker did not load,
 * crashed, or sent something unreadable.
 */
export function connectLibrary(start: () => LibraryWorker): LibraryService {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let worker: LibraryWorker | undefined;

  function open(): LibraryWorker {
    const opened = start();
    const stop = () => {
      // Messages of an abandoned worker may still arrive, but the pending calls are its successor's.
      if (worker !== opened) return;
      // A worker is not trusted after an error, and the next one must not wait for it.
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
      // A new worker has no packs: to any other call it would answer that there is nothing.
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
  // Both ends derive from LibraryService, so the reply has the type that the call promises.
  return {
    replacePacks: (texts) => ask('replacePacks', texts) as ReturnType<LibraryService['replacePacks']>,
    search: (request) => ask('search', request) as ReturnType<LibraryService['search']>,
    open: (address) => ask('open', address) as ReturnType<LibraryService['open']>,
    listStories: () => ask('listStories', undefined) as ReturnType<LibraryService['listStories']>,
    previewStory: (id) => ask('previewStory', id) as ReturnType<LibraryService['previewStory']>,
    openStory: (id) => ask('openStory', id) as ReturnType<LibraryService['openStory']>,
    openKept: (id) => ask('openKept', id) as ReturnType<LibraryService['openKept']>,
    exportStory: (request) => ask('exportStory', request) as ReturnType<LibraryService['exportStory']>,
    draftStory: (request) => ask('draftStory', request) as ReturnType<LibraryService['draftStory']>,
    check: (text) => ask('check', text) as ReturnType<LibraryService['check']>,
  };
}
