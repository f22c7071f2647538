import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { CliError } from '../command-line/cli-error.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { findPlaces } from '../knowledge-checks/check-excerpts.ts';
import { formatJson } from '../knowledge-checks/check-form.ts';
import { listExcerpts } from '../knowledge-checks/list-excerpts.ts';
import { type PackToCheck, packToCheck, textOf } from '../knowledge-checks/pack-to-check.ts';
import { readPackFiles } from '../pack-files/read-pack-files.ts';
import { withFingerprints } from './check-own-pack.ts';
import { type Articles, readArticles } from './read-articles.ts';
import { replaceFile } from './replace-file.ts';
import { takeUnwritten } from './take-unwritten.ts';

/** A number of a pack that follows from its articles. */
export interface FixedNumber {
  readonly file: string;
  readonly path: string;
  /** Field to value: `start` and `end`, `part`, `textSha256`. */
  readonly values: Readonly<Record<string, number | string>>;
}

/**
 * Writes the numbers of a pack folder that follow from its articles and are missing or wrong: offsets of words
 * that occur once in their article, fingerprints, and part numbers. Otherwise only the formatting of the
 * written files changes, to the canonical one.
 * @returns what was written; empty if the pack cannot be read, which the check reports
 * @throws CliError if an article or a file cannot be read or written, or a file was changed meanwhile
 */
export async function fixNumbers(folder: string): Promise<readonly FixedNumber[]> {
  const { files, rawFiles, problems } = await readPackFiles(folder);
  if (problems.length > 0) return [];
  const { pack } = parsePack(takeUnwritten(files).files);
  if (!pack) return [];
  const articles = await readArticles(folder);
  const checked = packToCheck(withFingerprints(pack, articles), files, rawFiles, articles.byHash);
  const fixed = [
    ...listFingerprints({ ...checked, pack }, articles),
    ...listPlaces(checked),
    ...listParts(checked),
  ];
  for (const file of new Set(fixed.map((one) => one.file))) {
    const data = structuredClone(files[file]);
    for (const one of fixed) if (one.file === file) Object.assign(entryAt(data, one.path), one.values);
    const place = path.join(folder, file);
    await rejectChanged(place, rawFiles[file] ?? '');
    await replaceFile(place, formatJson(data));
  }
  return fixed;
}

function listFingerprints({ pack, fileOf }: PackToCheck, { hashById, byHash }: Articles): FixedNumber[] {
  return pack.sources.flatMap(({ id, textSha256 }) => {
    const hash = hashById.get(id);
    if (hash === undefined || !byHash.has(hash) || hash === textSha256) return [];
    return [{ file: fileOf('sources', id), path: `sources[${id}]`, values: { textSha256: hash } }];
  });
}

function listPlaces(checked: PackToCheck): FixedNumber[] {
  return listExcerpts(checked).flatMap(({ file, path: place, source, span, marks }) => {
    const article = textOf(checked, source);
    const { text, start, end } = span;
    if (article === undefined || (article.slice(start, end) === text && end - start === text.length))
      return [];
    const places = findPlaces(article, text, marks);
    // Of several occurrences the author chooses one by writing its start.
    const at = places.length === 1 ? places[0] : places.find((one) => one === start && start > 0);
    if (at === undefined) return [];
    return [{ file, path: place, values: { start: at, end: at + text.length } }];
  });
}

function listParts({ pack, fileOf }: PackToCheck): FixedNumber[] {
  return pack.statements.flatMap(({ id, wordings }) => {
    const counts = new Map<string, number>();
    return wordings.flatMap(({ source, part }, i) => {
      const number = (counts.get(source) ?? 0) + 1;
      counts.set(source, number);
      if (number === part) return [];
      return [
        {
          file: fileOf('statements', id),
          path: `statements[${id}].wordings[${i}]`,
          values: { part: number },
        },
      ];
    });
  });
}

/** The object at a path as the checks report it: `statements[its-id].wordings[0].attribution`. */
function entryAt(data: unknown, place: string): object {
  let entry = data;
  for (const [, key = ''] of place.matchAll(/([^.[\]]+)/g)) {
    entry = Array.isArray(entry)
      ? (entry.find((one: { id?: unknown }) => one.id === key) ?? entry[Number(key)])
      : (entry as Record<string, unknown>)[key];
  }
  return entry as object;
}

async function rejectChanged(file: string, before: string): Promise<void> {
  const now = await readFile(file, 'utf8').catch((error: unknown) => {
    throw explainFileError(error, 'Writing', file);
  });
  if (now === before) return;
  throw new CliError(
    `${file}: It was changed while it was being read.\n    What to do: Save it, and give the command again.`,
  );
}
