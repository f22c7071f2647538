import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { findPlaces } from '../knowledge-checks/check-excerpts.ts';
import { listExcerpts } from '../knowledge-checks/list-excerpts.ts';
import { type PackToCheck, packToCheck, textOf } from '../knowledge-checks/pack-to-check.ts';
import { readPackFiles } from '../pack-files/read-pack-files.ts';
import { changePackFiles, entryAt } from './change-pack-files.ts';
import { withFingerprints } from './check-own-pack.ts';
import { type Articles, readArticles } from './read-articles.ts';
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
  await changePackFiles(folder, { files, rawFiles }, fixed, (data, changes) => {
    for (const one of changes) Object.assign(entryAt(data, one.path), one.values);
  });
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
