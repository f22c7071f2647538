import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileOf } from '../../src/knowledge/file-finder.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import type { ToldProblem } from '../../src/ui/tell-problem.ts';
import { Refusal } from '../refusal.ts';
import { explainFileError } from './explain-file-error.ts';

/** The articles that an author keeps in `articles/<source id>.txt`: compared with the pack, never built into it. */
export interface Articles {
  readonly hashById: ReadonlyMap<string, string>;
  readonly byHash: ReadonlyMap<string, string>;
}

const articlesFolder = 'articles';

/**
 * None where the folder has no `articles`.
 * @throws Refusal where it has, but they cannot be read: quotations would be compared with nothing, silently
 */
export async function readArticles(folder: string): Promise<Articles> {
  const hashById = new Map<string, string>();
  const byHash = new Map<string, string>();
  const place = path.join(folder, articlesFolder);
  let names: string[];
  try {
    names = await readdir(place);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { hashById, byHash };
    throw explainFileError(error, 'Reading', place);
  }
  for (const name of names.filter((file) => file.endsWith('.txt')).sort()) {
    const file = path.join(place, name);
    const bytes = await readFile(file).catch((error: unknown) => {
      throw explainFileError(error, 'Reading', file);
    });
    const hash = createHash('sha256').update(bytes).digest('hex');
    hashById.set(name.slice(0, -'.txt'.length), hash);
    byHash.set(hash, decodeArticle(bytes, file));
  }
  return { hashById, byHash };
}

/** Read as another encoding, every quotation with an accent would be told to differ from its article. */
function decodeArticle(bytes: Uint8Array, file: string): string {
  try {
    // What stands in the file stays, its first character too: places count from there.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(
      `${file}: The article is not written in UTF-8.\n    What to do: Save it as plain text in UTF-8.`,
    );
  }
}

/** An article that the pack does not know by its fingerprint would be compared with nothing, silently. */
export function checkArticles(pack: Pack, fileOf: FileOf, { hashById }: Articles): ToldProblem[] {
  const problems: ToldProblem[] = [];
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  for (const [id, hash] of hashById) {
    const source = sources.get(id);
    if (source?.textSha256 === hash) continue;
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
      reason: `The fingerprint of ${articlesFolder}/${id}.txt is ${source.textSha256 === undefined ? 'missing, so nothing is compared with it' : 'another one: the file has changed'}.`,
      remedy: `Write "textSha256": "${hash}".`,
    });
  }
  return problems;
}

/** Whoever has the pack but not its articles can build it; that nothing was compared must be said. */
export function listMissingArticles(pack: Pack, fileOf: FileOf, { hashById }: Articles): ToldProblem[] {
  const atHand = new Set(hashById.values());
  return pack.sources
    .filter(({ id, textSha256 }) => textSha256 !== undefined && !atHand.has(textSha256) && !hashById.has(id))
    .map(({ id }) => ({
      file: fileOf('sources', id),
      path: `sources[${id}].textSha256`,
      reason: `The article is not at hand: there is no ${articlesFolder}/${id}.txt, so its quotations were not compared.`,
      remedy: `Put the article's text there, as plain text in UTF-8.`,
    }));
}
