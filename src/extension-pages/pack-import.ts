import type { ImportStep, PackImport } from '../contracts/pack-import.ts';
import type { PackPreview } from '../knowledge/pack-preview.ts';
import type { PackProblem } from '../knowledge/pack-problem.ts';
import type { ExportedKept, ExportReading } from '../settings/export/export-file.ts';
import type { Failure } from '../settings/failure.ts';

/**
 * The messages between a page and its import worker. It is a worker because reading a large pack takes seconds, and
 * because terminating it stops any operation: the browser rolls back a write in progress.
 */
export type ImportCommand =
  | { readonly kind: 'read'; readonly file: File; readonly builtIn: BuiltInNames }
  | { readonly kind: 'store' }
  /** A file made by "Export as a file". */
  | { readonly kind: 'read-export'; readonly file: Blob; readonly name: string }
  /** What such a file holds of kept articles: `sinceMs` if it takes the place of what was kept at that time. */
  | { readonly kind: 'store-kept'; readonly kept: ExportedKept; readonly sinceMs?: number };

export interface BuiltInNames {
  readonly id: string;
  readonly title: string;
  /** Its compiled names; null if the pack is disabled, and so matches none. */
  readonly names: Uint8Array | null;
}

export type ImportReport =
  | { readonly kind: 'progress'; readonly step: ImportStep }
  | { readonly kind: 'read'; readonly preview: PackPreview }
  | { readonly kind: 'refused'; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'kept' }
  | { readonly kind: 'export'; readonly reading: ExportReading }
  | { readonly kind: 'stored-kept'; readonly stories: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string; readonly failure: Failure | undefined };

/** A pack on its way in, as its worker knows it: what is stored cannot be taken back. */
export type WorkerImport = Omit<PackImport<File>, 'store'> & {
  /** @throws ImportFailure; what was stored before then stands. */
  store(onStep: (step: ImportStep) => void): Promise<void>;
};

class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly failure: Failure | undefined;

  constructor(message: string, failure: Failure | undefined) {
    super(message);
    this.failure = failure;
  }
}

/** Reads an export; nothing is stored. In a worker, because packs of several megabytes would freeze the page. */
export async function readExportInWorker(
  startWorker: () => Worker,
  file: Blob,
  name: string,
): Promise<ExportReading> {
  const worker = startWorker();
  try {
    const report = await command(worker, { kind: 'read-export', file, name }, () => undefined);
    if (report.kind !== 'export') throw new TypeError(`An export was read, and "${report.kind}" reported`);
    return report.reading;
  } finally {
    worker.terminate();
  }
}

/**
 * Stores what an export holds of kept articles, in a worker, because each of them is read.
 * @param sinceMs if it takes the place of what was kept at that time; otherwise it is added
 * @returns the ids of the stories that have changed. Rejects with a `noRoomForKept` failure; nothing is changed then.
 */
export async function storeKeptInWorker(
  startWorker: () => Worker,
  kept: ExportedKept,
  sinceMs?: number,
): Promise<readonly string[]> {
  const worker = startWorker();
  try {
    const wanted = { kind: 'store-kept', kept, ...(sinceMs !== undefined && { sinceMs }) } as const;
    const report = await command(worker, wanted, () => undefined);
    if (report.kind !== 'stored-kept')
      throw new TypeError(`Articles were stored, and "${report.kind}" reported`);
    return report.stories;
  } finally {
    worker.terminate();
  }
}

/** Sends the worker a command. Resolves to its last report; rejects with ImportFailure if it failed. */
function command(
  worker: Worker,
  what: ImportCommand,
  onStep: (step: ImportStep) => void,
): Promise<ImportReport> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new ImportFailure(event.message, undefined));
    worker.onmessage = ({ data }: MessageEvent<ImportReport>) => {
      if (data.kind === 'progress') onStep(data.step);
      else if (data.kind === 'failed') reject(new ImportFailure(data.message, data.failure));
      else resolve(data);
    };
    worker.postMessage(what);
  });
}

/** @param builtIn called once a file is read */
export function startPackImport(
  startWorker: () => Worker,
  builtIn: () => Promise<BuiltInNames>,
): WorkerImport {
  const worker = startWorker();
  return {
    async read(file, onStep) {
      onStep('open');
      const report = await command(worker, { kind: 'read', file, builtIn: await builtIn() }, onStep);
      if (report.kind === 'read') return { preview: report.preview };
      return { problems: report.kind === 'refused' ? report.problems : [] };
    },
    async store(onStep) {
      await command(worker, { kind: 'store' }, onStep);
    },
    stop: () => worker.terminate(),
  };
}
