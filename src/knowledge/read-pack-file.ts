import type { PackProblem } from './pack-problem.ts';
import type { Pack } from './pack-schema.ts';
import { parseBoundedJson } from './parse-bounded-json.ts';
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
  const json = parseBoundedJson(text, file);
  if (json.problem) return { pack: undefined, problems: [json.problem] };
  const { pack, problems } = readWholePack(json.data, file);
  return pack ? { pack, problems: [] } : { pack: undefined, problems };
}
