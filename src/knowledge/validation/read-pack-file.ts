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
 * Never throws. Time and memory are proportional to the text and bounded by `pack-limits.ts`; no regular expression
 * backtracks. Returns the whole pack if it is valid, or else every problem (the first `maxProblems`, then how many
 * more): schema, limits, unsafe characters, repeated ids, dangling references, names that would match far too much. The
 * result contains only fields that the schema knows.
 *
 * A pack of 20,000 entities takes a second or more without a pause: call it in a worker, or where nothing waits for it.
 * @param file what problems call the file
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
 * UTF-16 units of the pack as it is stored and exported: what is written must stay within the limits for reading. It is
 * longer than its file if that contains numbers such as `1e7`, but never twice as long.
 */
function writtenLength(pack: Pack, text: string): number {
  return 2 * text.length <= maxFileLength ? text.length : JSON.stringify(pack).length;
}
