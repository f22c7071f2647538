import type { PackFault, PackProblem } from '../knowledge/pack-problem.ts';
import { quoteUntrusted } from '../knowledge/unsafe-text.ts';
import type { ExportedPack } from '../settings/export/export-file.ts';
import { readFailure } from '../settings/failure.ts';
import { readPackRecords, readStoredText } from '../storage/pack-store.ts';
import type { managePacks } from './manage-packs.ts';

export type PackManager = ReturnType<typeof managePacks>;

/** The imported packs in order, in the form of an export. */
export async function readPacksForBackup(): Promise<ExportedPack[]> {
  const records = await readPackRecords();
  const packs: ExportedPack[] = [];
  for (const { id, isEnabled } of records) {
    const text = await readStoredText(id);
    if (text !== undefined) packs.push({ isEnabled, id, text });
  }
  return packs;
}

/**
 * Imports packs as from their own files, one after another, and puts them in their order before the existing ones.
 * Skips a pack that is stored already with the same text.
 * @returns the problems of those that could not be imported; the others are stored
 */
export async function restorePacks(
  packs: readonly ExportedPack[],
  manager: PackManager,
): Promise<readonly PackProblem[]> {
  const problems: PackProblem[] = [];
  const ids: string[] = [];
  for (const [number, pack] of packs.entries()) {
    const outcome = await restorePack(pack, manager);
    if (typeof outcome === 'string') {
      ids.push(outcome);
      await manager.enable(outcome, pack.isEnabled);
    } else {
      const place = `packs[${number}]`;
      problems.push(...outcome.map((problem) => ({ ...problem, path: `${place} ${problem.path}`.trim() })));
    }
  }
  if (ids.length > 0) await manager.order(ids);
  return problems;
}

/** Removes the imported packs, except these. */
export async function removePacks(except: readonly ExportedPack[], manager: PackManager): Promise<void> {
  const excepted = new Set(except.map(({ id }) => id));
  for (const { id } of await readPackRecords()) if (!excepted.has(id)) await manager.remove(id);
}

function toFault(error: unknown): PackFault {
  if (readFailure(error)?.code === 'noRoomForPack') return { code: 'noRoomForPack', values: {} };
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'packNotKept', values: { detail: quoteUntrusted(detail, 200) } };
}

/** @returns the pack's id, or why it was refused */
async function restorePack(
  { id, text }: ExportedPack,
  manager: PackManager,
): Promise<string | readonly PackProblem[]> {
  const stored = await readStoredText(id).catch(() => undefined);
  if (stored === text) return id;
  const file = id === '' ? 'pack' : id.slice(0, 100);
  const started = manager.startImport();
  try {
    const outcome = await started.read(new File([text], file), () => undefined);
    if ('problems' in outcome) return outcome.problems;
    await started.store(() => undefined);
    return id;
  } catch (error) {
    return [{ file, path: '', ...toFault(error) }];
  } finally {
    started.stop();
  }
}
