import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { FileOf } from '../../src/knowledge/file-finder.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { articlesFolder } from '../../src/stories/drafts/make-draft-folder.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { count } from '../count.ts';
import { listUncomparedSources } from '../knowledge-checks/list-uncompared-sources.ts';
import { type PackToCheck, sourceOfText } from '../knowledge-checks/pack-to-check.ts';
import type { UnreadFile } from '../pack-files/list-pack-files.ts';
import { readTextFile } from '../pack-files/read-text-file.ts';

/** The articles that an author keeps in `articles/<source id>.txt`: compared with the pack, never built into it. */
export interface Articles {
  /** Includes those that are not UTF-8. */
  readonly hashById: ReadonlyMap<string, string>;
  readonly byHash: ReadonlyMap<string, string>;
  /** Why files that look like articles could not be read. */
  readonly problems: readonly DescribedProblem[];
  /** Other files in the folder. */
  readonly unread: readonly UnreadFile[];
}

/**
 * Empty if the folder has no `articles`.
 * @throws CliError if it has, but they cannot be read: quotations would silently be compared with nothing
 */
export async function readArticles(folder: string): Promise<Articles> {
  const hashById = new Map<string, string>();
  const byHash = new Map<string, string>();
  const problems: DescribedProblem[] = [];
  const unread: UnreadFile[] = [];
  for (const entry of await listEntries(path.join(folder, articlesFolder))) {
    const name = `${articlesFolder}/${entry.name}`;
    if (entry.name.startsWith('.')) {
      unread.push({ name, reason: 'Its name begins with a dot.' });
    } else if (entry.name.endsWith('.txt')) {
      const place = path.join(folder, name);
      const { text, bytes, problem } = await readTextFile(place, name).catch((error: unknown) => {
        throw explainFileError(error, 'Reading', place);
      });
      const hash = createHash('sha256').update(bytes).digest('hex');
      hashById.set(entry.name.slice(0, -'.txt'.length), hash);
      if (problem) problems.push(problem);
      else byHash.set(hash, text);
    } else if (/\.txt$/i.test(entry.name)) {
      problems.push({
        file: name,
        path: '',
        reason: 'The article was not read: only names that end in ".txt", in small letters, are.',
        remedy: `Rename it to ${entry.name.slice(0, -'.txt'.length)}.txt.`,
      });
    } else {
      unread.push({
        name: entry.isDirectory() ? `${name}/` : name,
        reason: 'Articles are files whose name ends in ".txt".',
      });
    }
  }
  return { hashById, byHash, problems, unread };
}

async function listEntries(place: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(place, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw explainFileError(error, 'Reading', place);
  }
}

/** An article whose fingerprint the pack does not have would silently be compared with nothing. */
export function checkArticles(pack: Pack, fileOf: FileOf, articles: Articles): DescribedProblem[] {
  const problems: DescribedProblem[] = [...articles.problems];
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  for (const [id, hash] of articles.hashById) {
    const source = sources.get(id);
    if (source?.textSha256 === hash || !articles.byHash.has(hash)) continue;
    if (source === undefined) {
      problems.push({
        file: `${articlesFolder}/${id}.txt`,
        path: '',
        reason: `The pack has no source with the id "${id}".`,
        remedy: 'Name the file after the id of its source, or add that source to sources.json.',
      });
      continue;
    }
    problems.push({
      file: fileOf('sources', id),
      path: `sources[${id}].textSha256`,
      reason: `The fingerprint of ${articlesFolder}/${id}.txt is ${source.textSha256 === undefined ? 'missing: nothing says which text the quotations were compared with' : 'another one: the file has changed'}.`,
      remedy: `Write "textSha256": "${hash}".`,
    });
  }
  return problems;
}

/** Whether quotations are verbatim can be checked only with their article. */
export function checkCompared(checked: PackToCheck, { hashById }: Articles): DescribedProblem[] {
  return listUncomparedSources(checked).flatMap(({ source, paths: [first = '', ...others] }) => {
    const { pack, fileOf } = checked;
    const id =
      sourceOfText(
        pack,
        pack.sources.find((other) => other.id === source),
      )?.id ?? source;
    // Its problem has been reported already.
    if (hashById.has(id)) return [];
    const more = others.length === 0 ? '' : ` and ${count(others.length, 'other quotation')}`;
    return [
      {
        file: fileOf('sources', source),
        path: `sources[${source}]`,
        reason: `Its article is missing: without ${articlesFolder}/${id}.txt nothing can be compared with ${first}${more}.`,
        remedy: "Save the article's text there, as plain text in UTF-8.",
      },
    ];
  });
}
