import { diffChars } from 'diff';
import type { PackProblem } from '../../src/knowledge/pack-problem.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { idOf } from '../knowledge-checks/check-form.ts';
import { readPackFiles } from '../pack-files/read-pack-files.ts';
import { changePackFiles, entryAt } from './change-pack-files.ts';
import { takeUnwritten } from './take-unwritten.ts';

/** An id of an entity that the author has taken out, and where it was removed. */
export interface RemovedId {
  readonly file: string;
  readonly path: string;
  readonly id: string;
}

/**
 * Removes the ids of entities that are no longer in a pack folder from what is about them, from related entities and
 * from speakers, who keep their printed names. An id that resembles an entity's may be a misspelling and is left, for
 * the check to report. The written files take the canonical formatting.
 * @throws CliError if a file cannot be read or written, or was changed meanwhile
 */
export async function removeLostEntities(folder: string): Promise<readonly RemovedId[]> {
  const removed: RemovedId[] = [];
  // A list of problems may be cut off: there may be more behind it.
  for (let lost = await listLost(folder); lost.ids.length > 0; lost = await listLost(folder)) {
    await changePackFiles(folder, lost, lost.ids, (data, ids) => {
      // From the last to the first, so that the others keep their places in a list.
      for (const one of ids.toReversed()) removeAt(data, one.path);
    });
    removed.push(...lost.ids);
  }
  return removed;
}

async function listLost(folder: string) {
  const { files, rawFiles, problems } = await readPackFiles(folder);
  if (problems.length > 0) return { files, rawFiles, ids: [] };
  const filled = takeUnwritten(files).files;
  const entities = Object.values(filled).flatMap(idsOfEntities);
  const ids = (parsePack(filled).problems ?? []).flatMap((problem): RemovedId[] => {
    const id = lostEntityOf(problem);
    if (id === undefined || entities.some((known) => isSimilar(known, id))) return [];
    return [{ file: problem.file, path: problem.path, id }];
  });
  return { files, rawFiles, ids };
}

/** The id of an entity that a problem misses, if it can be removed and leaves a valid entry. */
export function lostEntityOf(problem: PackProblem): string | undefined {
  if (problem.code !== 'unknownId' || problem.values.list !== 'entities') return undefined;
  const mayGo = /\.(?:about|related)\[\d+\]$|\.speaker\.entity$/.test(problem.path);
  return mayGo ? String(problem.values.id) : undefined;
}

function idsOfEntities(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('entities' in data) || !Array.isArray(data.entities))
    return [];
  return data.entities.flatMap(idOf);
}

/** Letters in which a misspelling differs from the right id. */
const maxWrongLetters = 3;

function isSimilar(id: string, other: string): boolean {
  const parts = diffChars(id, other).filter(({ added, removed }) => added || removed);
  return parts.reduce((sum, { count }) => sum + count, 0) <= maxWrongLetters;
}

function removeAt(data: unknown, place: string): void {
  const [, holder = '', key = '', index] = /^(.*?)(?:\.(\w+)|\[(\d+)\])$/.exec(place) ?? [];
  const at = entryAt(data, holder);
  if (Array.isArray(at)) at.splice(Number(index), 1);
  else delete (at as Record<string, unknown>)[key];
}
