import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeRepeatedKey } from '../src/knowledge/find-repeated-key.ts';
import type { PackProblem } from '../src/knowledge/pack-problem.ts';
import type { Pack } from '../src/knowledge/pack-schema.ts';
import { parsePack } from '../src/knowledge/parse-pack.ts';

export interface LoadedPack {
  /** Undefined where `problems` says why the pack could not be read. */
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
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

  const problems: PackProblem[] = [];
  const files: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(rawFiles)) {
    try {
      // Editors on Windows begin a file with a byte order mark, which JSON does not know.
      files[name] = JSON.parse(raw.replace(/^\ufeff/, '')) as unknown;
      const repeated = describeRepeatedKey(raw, name);
      if (repeated) problems.push(repeated);
    } catch (error) {
      problems.push(notJson(name, raw, error));
    }
  }
  if (problems.length > 0) return { pack: undefined, problems, rawFiles, files };
  const parsed = parsePack(files);
  return {
    pack: parsed.pack,
    problems: parsed.problems ?? [],
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

function unreadable(packPath: string, error: unknown): PackProblem {
  return {
    file: path.basename(packPath),
    path: '',
    reason: `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Give the path of a pack folder, or of one .json file that holds a whole pack.',
  };
}

function notJson(name: string, raw: string, error: unknown): PackProblem {
  const message = error instanceof Error ? error.message : String(error);
  const line = lineOfFault(raw, message);
  return {
    file: name,
    path: line === undefined ? '' : `line ${line}`,
    reason: `It is not JSON: ${message.replace(quotedNeighbourhood, '')}.`,
    remedy:
      'Look at that line and the one before it for a missing or extra comma, quotation mark or bracket.',
  };
}

/** What Node quotes of the text around the fault, where it gives no position: `, ..."],\n]\n}" is not valid JSON`. */
const quotedNeighbourhood = /, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/;

/** Node quotes this many characters before the fault, fewer only at the start of the text. */
const quotedBefore = 10;

/** Node tells a position for some faults only; for the others it quotes what stands around them. */
function lineOfFault(raw: string, message: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(raw, Number(position));
  if (message.endsWith('end of JSON input')) return lineAt(raw, raw.trimEnd().length);
  const neighbourhood = quotedNeighbourhood.exec(message)?.[1] ?? '';
  const start = raw.indexOf(neighbourhood);
  if (neighbourhood === '' || start < 0) return undefined;
  return lineAt(raw, start + (start === 0 ? 0 : quotedBefore));
}

function lineAt(raw: string, offset: number): number {
  return raw.slice(0, offset).split('\n').length;
}
