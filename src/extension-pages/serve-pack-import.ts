import type { ImportStep } from '../contracts/pack-import.ts';
import { comparePacks } from '../knowledge/compare-packs.ts';
import { maxFileLength } from '../knowledge/pack-limits.ts';
import { type KnownNames, makePackPreview } from '../knowledge/pack-preview.ts';
import type { PackFault, PackProblem } from '../knowledge/pack-problem.ts';
import type { Pack } from '../knowledge/pack-schema.ts';
import { type DecodedText, decodeText } from '../knowledge/validation/decode-text.ts';
import { readPackFile } from '../knowledge/validation/read-pack-file.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import { detailPack } from '../messaging/describe-pack.ts';
import { type ExportedKept, maxExportLength } from '../settings/export/export-file.ts';
import type { FileProblem } from '../settings/export/export-problem.ts';
import { readExportFile } from '../settings/export/read-export-file.ts';
import { FailureError, readFailure } from '../settings/failure.ts';
import { readCompiledPack, readPackRecords, readStoredPack, storePack } from '../storage/pack-store.ts';
import { addKept, type FiledArticle, type KeptDescriber, replaceKept } from '../storage/restore-kept.ts';
import { readKeptArticle } from '../stories/kept/read-kept.ts';
import type { BuiltInNames, ImportCommand, ImportReport } from './pack-import.ts';

/** Functions of `matching`, which this layer does not import. */
export interface ImportCompiler {
  compile(pack: Pack): CompiledPack;
  readonly version: string;
  findKnownNames(pack: Pack, others: readonly { title: string; names: Uint8Array }[]): KnownNames;
}

/** A worker's side of its channel. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ImportCommand>) => void) | null;
  postMessage(report: ImportReport): void;
}

/** Executes, in a worker, the commands of `startPackImport`. */
export function servePackImport(
  scope: WorkerScope,
  compiler: ImportCompiler,
  describer: KeptDescriber,
): void {
  const reportStep = (step: ImportStep) => scope.postMessage({ kind: 'progress', step });
  let pack: Pack | undefined;

  async function read(file: File, builtIn: BuiltInNames): Promise<ImportReport> {
    pack = undefined;
    const tooLarge = findExcessSize(file, maxFileLength);
    if (tooLarge) return { kind: 'refused', problems: [{ file: file.name, path: '', ...tooLarge }] };
    const { text, fault } = await readText(file);
    if (fault) return { kind: 'refused', problems: [{ file: file.name, path: '', ...fault }] };
    reportStep('check');
    const reading = readPackFile(text, file.name);
    if (!reading.pack) return { kind: 'refused', problems: reading.problems };
    if (reading.pack.id === builtIn.id)
      return { kind: 'refused', problems: [idOfBuiltIn(file.name, builtIn)] };
    reportStep('compare');
    const records = await readPackRecords();
    const former = records.find(({ id }) => id === reading.pack.id);
    const others = records.filter(
      (record) => record !== former && record.isEnabled && record.compiledVersion === compiler.version,
    );
    const named = await readNames(builtIn, others);
    pack = reading.pack;
    const formerPack = former && (await readStoredPack(former.id));
    const changes = formerPack && comparePacks(formerPack, pack);
    return {
      kind: 'read',
      preview: makePackPreview(pack, compiler.findKnownNames(pack, named), former, changes),
    };
  }

  async function store(): Promise<ImportReport> {
    if (!pack) throw new Error('No pack was read that could be kept.');
    reportStep('compile');
    const compiled = compiler.compile(pack);
    reportStep('store');
    await storePack({ ...detailPack(pack), compiledVersion: compiler.version }, pack, compiled);
    return { kind: 'kept' };
  }

  function answer(command: ImportCommand): Promise<ImportReport> {
    switch (command.kind) {
      case 'read':
        return read(command.file, command.builtIn);
      case 'store':
        return store();
      case 'read-export':
        return readExport(command.file, command.name);
      case 'store-kept':
        return storeKept(command.kept, command.sinceMs, describer);
    }
  }

  scope.onmessage = ({ data }) => {
    answer(data).then(
      (report) => scope.postMessage(report),
      (error: unknown) =>
        scope.postMessage({
          kind: 'failed',
          message: error instanceof Error ? error.message : String(error),
          failure: readFailure(error),
        }),
    );
  };
}

/** The names of the enabled packs: what is known already. */
async function readNames(builtIn: BuiltInNames, others: readonly { id: string; title: string }[]) {
  const compiled = await Promise.all(
    others.map(async ({ id, title }) => ({ title, names: (await readCompiledPack(id))?.names })),
  );
  return [builtIn, ...compiled].flatMap(({ title, names }) => (names ? [{ title, names }] : []));
}

async function readExport(file: Blob, name: string): Promise<ImportReport> {
  const tooLarge = findExcessSize(file, maxExportLength);
  if (tooLarge) {
    const problem: FileProblem = { file: name, path: '', ...tooLarge, remedyOf: 'noExport' };
    return { kind: 'export', reading: { problems: [problem] } };
  }
  const { text, fault } = await readText(file);
  const reading = fault ? { problems: [{ file: name, path: '', ...fault }] } : readExportFile(text, name);
  return { kind: 'export', reading };
}

async function storeKept(
  { stories, articles }: ExportedKept,
  sinceMs: number | undefined,
  describer: KeptDescriber,
): Promise<ImportReport> {
  const filed: FiledArticle[] = [];
  for (const { text } of articles) {
    const article = readKeptArticle(JSON.parse(text));
    const latest = 'versions' in article ? article.versions.at(-1) : undefined;
    // The file was read before: what it held of others was reported then.
    if (!('versions' in article) || !latest) continue;
    filed.push({ article, facts: await describer.describeText(latest.article) });
  }
  const changed =
    sinceMs === undefined
      ? await addKept(stories, filed, describer)
      : await replaceKept(stories, filed, sinceMs, describer);
  return { kind: 'stored-kept', stories: changed };
}

const bytesPerMegabyte = 1_000_000;

/**
 * Refuses a file with more bytes than the longest text that is allowed. A file of gigabytes is not read at all, and the
 * message gives its size in bytes, as its number of characters is unknown.
 * @param most UTF-16 units; each takes up to three bytes.
 */
function findExcessSize({ size }: Blob, most: number): PackFault | undefined {
  const maxBytes = 3 * most + 3;
  if (size <= maxBytes) return undefined;
  const toMegabytes = (bytes: number) => Math.round(bytes / bytesPerMegabyte);
  return { code: 'fileTooLarge', values: { megabytes: toMegabytes(size), most: toMegabytes(maxBytes) } };
}

/** Not with `text()`, which replaces each unreadable character, and decodes UTF-16 in Firefox only. */
async function readText(file: Blob): Promise<DecodedText> {
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new FailureError({ code: 'fileUnreadable', values: {} }, { cause });
  });
  return decodeText(new Uint8Array(bytes));
}

function idOfBuiltIn(file: string, { id, title }: BuiltInNames): PackProblem {
  return {
    file,
    path: 'id',
    code: 'idOfBuiltIn',
    values: { id, title },
  };
}
