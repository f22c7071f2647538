import { isExportText } from '../export-format.ts';
import { parseBoundedJson } from '../json/parse-bounded-json.ts';
import { maxFileLength } from '../pack-limits.ts';
import type { PackProblem } from '../pack-problem.ts';
import type { Pack } from '../pack-schema.ts';
import { readWholePack } from './read-whole-pack.ts';

export type ReadPackFile =
  | { readonly pack: Pack; readonly problems: readonly [] }
  | { readonly pack: undefined; readonly problems: readonly PackProblem[] };

/**
 * Reads a pack from the text of one file (`npm run pack -- build` makes them), which may come from anywhere.
 *
 * Total: it never throws. Time and memory are proportional to the text and bounded by `pack-limits.ts`; no expression
 * that is tried on the text goes back over it. Either the whole pack is sound or every problem is told (the first
 * `maxProblems`, then how many more): schema, limits, unsafe characters, repeated ids, references that lead nowhere,
 * names that would light up everything. What is returned holds nothing of the file but fields that the schema knows.
 *
 * A pack of 20,000 entities takes a second or more, at one go: call it in a worker, or where nobody waits.
 * @param file what problems call the file.
 */
export function readPackFile(text: string, file = 'the pack file'): ReadPackFile {
  if (isExportText(text)) {
    return { pack: undefined, problems: [{ file, path: '', code: 'exportInsteadOfPack', values: {} }] };
  }
  const json = parseBoundedJson(text, file);
  if (json.problem) return { pack: undefined, problems: [json.problem] };
  const { pack, problems } = readWholePack(json.data, file);
  if (!pack) return { pack: undefined, problems };
  const count = writtenLength(pack, text);
  if (count <= maxFileLength) return { pack, problems: [] };
  const fault = { code: 'fileTooLong', values: { count, most: maxFileLength } } as const;
  return { pack: undefined, problems: [{ file, path: '', ...fault }] };
}

/**
 * UTF-16 units of the pack as it is kept and handed on: what is written must be within the limits of what is read. It is longer
 * than its file where that says `1e7`, but never twice as long.
 */
function writtenLength(pack: Pack, text: string): number {
  return 2 * text.length <= maxFileLength ? text.length : JSON.stringify(pack).length;
}
