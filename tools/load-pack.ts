import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeJsonFault } from '../src/knowledge/describe-json-fault.ts';
import { describeRepeatedKey } from '../src/knowledge/find-repeated-key.ts';
import { lineAt } from '../src/knowledge/line-at.ts';
import type { Pack } from '../src/knowledge/pack-schema.ts';
import { parsePack } from '../src/knowledge/parse-pack.ts';
import type { ToldProblem } from '../src/ui/tell-problem.ts';
import { tellInEnglish } from './tell-in-english.ts';

export interface LoadedPack {
  /** Undefined where `problems` says why the pack could not be read. */
  readonly pack: Pack | undefined;
  readonly problems: readonly ToldProblem[];
  /** File name inside the pack to its characters, as they stand on disk. */
  readonly rawFiles: Readonly<Record<string, string>>;
  /** The same, parsed; files that are not JSON are absent and have a problem. */
  readonly files: Readonly<Record<string, unknown>>;
}

/** Reads a pack from a folder, or from one file that holds the whole pack. Never throws on what it finds there. */
export async function loadPack(packPath: string): Promise<LoadedPack> {
  const rawFiles: Record<string, string> = {};
  try {
    for (const name of await listPackFiles(packPath)) {
      const filePath = name === '' ? packPath : path.join(packPath, name);
      rawFiles[name === '' ? path.basename(packPath) : name] = await readFile(filePath, 'utf8');
    }
  } catch (error) {
    return {
      pack: undefined,
      problems: [unreadable(packPath, error)],
      rawFiles,
      files: {},
    };
  }

  const problems: ToldProblem[] = [];
  const files: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(rawFiles)) {
    try {
      // Editors on Windows begin a file with a byte order mark, which JSON does not know.
      files[name] = JSON.parse(raw.replace(/^\ufeff/, '')) as unknown;
      const repeated = describeRepeatedKey(raw, name);
      if (repeated) problems.push(tellInEnglish(repeated));
    } catch {
      problems.push(notJson(name, raw));
    }
  }
  if (problems.length > 0) return { pack: undefined, problems, rawFiles, files };
  const parsed = parsePack(files);
  return {
    pack: parsed.pack,
    problems: (parsed.problems ?? []).map(tellInEnglish),
    rawFiles,
    files,
  };
}

/** Names relative to the folder, with forward slashes on every system; `['']` for a single file. */
async function listPackFiles(packPath: string): Promise<string[]> {
  if ((await stat(packPath)).isFile()) return [''];
  const entries = await readdir(packPath, {
    recursive: true,
    withFileTypes: true,
  });
  return (
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) =>
        path.relative(packPath, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      )
      // A pack that was built into its own folder, and what editors keep in folders such as .vscode.
      .filter((name) => !name.endsWith('.sidelight.json') && !/(?:^|\/)\./.test(name))
      .sort()
  );
}

function unreadable(packPath: string, error: unknown): ToldProblem {
  return {
    file: path.basename(packPath),
    path: '',
    reason: `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Give the path of a pack folder, or of one .json file that holds a whole pack.',
  };
}

function notJson(name: string, raw: string): ToldProblem {
  const fault = describeJsonFault(raw);
  const { reason } = tellInEnglish({ file: name, path: '', ...fault });
  return {
    file: name,
    path: `line ${fault.code === 'notJson' ? fault.values.line : lineAt(raw, raw.trimEnd().length)}`,
    reason,
    remedy:
      'Look at that line and the one before it for a missing or extra comma, quotation mark or bracket.',
  };
}
