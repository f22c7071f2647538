import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { articlesFolder } from '../../src/stories/drafts/make-draft-folder.ts';

export interface PackFiles {
  /** Paths inside the folder, with forward slashes on every system, sorted. */
  readonly names: readonly string[];
  /** Files that look like parts of the pack but were not read. */
  readonly problems: readonly DescribedProblem[];
  /** All other files that were not read. */
  readonly unread: readonly UnreadFile[];
}

export interface UnreadFile {
  /** Path inside the pack's folder; that of a folder ends in a slash. */
  readonly name: string;
  /** A whole sentence. */
  readonly reason: string;
}

/** The files of a pack's folder, except its articles. @throws the system's error if a folder cannot be read */
export async function listPackFiles(folder: string): Promise<PackFiles> {
  const names: string[] = [];
  const problems: DescribedProblem[] = [];
  const unread: UnreadFile[] = [];
  const walk = async (within: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, within), { withFileTypes: true })) {
      const name = `${within}${entry.name}`;
      if (name === articlesFolder) continue;
      const problem = findProblem(entry, name);
      const reason = whyUnread(entry);
      if (problem) problems.push({ file: name, path: '', ...problem });
      else if (reason !== undefined) unread.push({ name: entry.isDirectory() ? `${name}/` : name, reason });
      else if (entry.isDirectory()) await walk(`${name}/`);
      else names.push(name);
    }
  };
  await walk('');
  return { names: names.sort(), problems, unread };
}

function findProblem(entry: Dirent, name: string): Pick<DescribedProblem, 'reason' | 'remedy'> | undefined {
  const lowerCase = entry.name.toLowerCase();
  if (entry.name.startsWith('.')) return undefined;
  if (entry.isSymbolicLink()) {
    return {
      reason: 'It is a link, and links are not read: others who get the folder may not have its target.',
      remedy: 'Put the file or folder itself here.',
    };
  }
  if (name.toLowerCase() === articlesFolder) {
    return {
      reason: `The folder was not read: only "${articlesFolder}" is, in small letters.`,
      remedy: `Rename it to ${articlesFolder}.`,
    };
  }
  if (!entry.isFile() || entry.name.endsWith('.json') || !/\.json(?:\.txt)?$/.test(lowerCase))
    return undefined;
  return {
    reason: 'The file was not read: only names that end in ".json", in small letters, are.',
    remedy: `Rename it to ${lowerCase.replace(/\.txt$/, '')}.`,
  };
}

/** Undefined if it is read. */
function whyUnread(entry: Dirent): string | undefined {
  if (entry.name.startsWith('.')) return 'Its name begins with a dot.';
  if (entry.isDirectory()) return undefined;
  if (!entry.isFile()) return 'It is not a file.';
  if (entry.name.endsWith('.sidelight.json')) return 'It is a pack that was built.';
  return entry.name.endsWith('.json') ? undefined : 'Its name does not end in ".json".';
}
