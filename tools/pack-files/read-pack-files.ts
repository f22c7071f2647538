import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { lineAt } from '../../src/knowledge/json/line-at.ts';
import { parseBoundedJson } from '../../src/knowledge/json/parse-bounded-json.ts';
import type { PackProblem } from '../../src/knowledge/pack-problem.ts';
import { describeInEnglish } from '../command-line/describe-in-english.ts';
import { findExplanation } from '../command-line/explain-file-error.ts';
import { listPackFiles, type PackFiles, type UnreadFile } from './list-pack-files.ts';
import { readTextFile } from './read-text-file.ts';

export interface ReadPackFiles {
  /** Why files, or the whole pack, could not be read. */
  readonly problems: readonly DescribedProblem[];
  /** Other files in the folder. */
  readonly unread: readonly UnreadFile[];
  /** File name inside the pack to its exact text on disk; files that are not UTF-8 are absent. */
  readonly rawFiles: Readonly<Record<string, string>>;
  /** The same, parsed; files that are not JSON, or have a repeated key, are absent. */
  readonly files: Readonly<Record<string, unknown>>;
}

/** Reads the files of a pack from a folder, or one file with the whole pack. Never throws because of their content. */
export async function readPackFiles(packPath: string): Promise<ReadPackFiles> {
  const problems: DescribedProblem[] = [];
  const rawFiles: Record<string, string> = {};
  const files: Record<string, unknown> = {};
  let unread: readonly UnreadFile[] = [];
  try {
    const listed = await listFiles(packPath);
    problems.push(...listed.problems);
    unread = listed.unread;
    for (const name of listed.names) {
      const file = await readTextFile(path.join(listed.folder, name), name);
      if (file.problem) problems.push(file.problem);
      else rawFiles[name] = file.text;
    }
  } catch (error) {
    return { problems: [unreadable(packPath, error)], unread, rawFiles, files };
  }
  for (const [name, raw] of Object.entries(rawFiles)) {
    const { data, problem } = parseBoundedJson(raw, name);
    if (problem) problems.push(describeForEditor(problem, raw));
    else files[name] = data;
  }
  return { problems, unread, rawFiles, files };
}

async function listFiles(packPath: string): Promise<PackFiles & { readonly folder: string }> {
  if (!(await stat(packPath)).isFile()) return { ...(await listPackFiles(packPath)), folder: packPath };
  const { dir, base } = path.parse(packPath);
  return { names: [base], problems: [], unread: [], folder: dir };
}

function unreadable(packPath: string, error: unknown): DescribedProblem {
  const [reason] = findExplanation(error, 'Reading');
  return {
    file: path.basename(packPath),
    path: '',
    reason: `It cannot be read. ${reason}`,
    remedy: 'Give the path of a pack folder, or of one .json file that holds a whole pack.',
  };
}

/** Adds the line number: an editor looks for the line in the file on disk. */
function describeForEditor(problem: PackProblem, raw: string): DescribedProblem {
  const described = describeInEnglish(problem);
  if (problem.code !== 'notJson' && problem.code !== 'jsonCutOff') return described;
  const line = problem.code === 'notJson' ? problem.values.line : lineAt(raw, raw.trimEnd().length);
  return {
    ...described,
    path: `line ${line}`,
    remedy:
      'Look at that line and the one before it for a missing or extra comma, quotation mark or bracket.',
  };
}
