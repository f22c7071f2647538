import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { findBroadNames } from '../../src/knowledge/name-checks/find-broad-names.ts';
import type { PackProblem } from '../../src/knowledge/pack-problem.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import type { ReportProblem } from '../../src/knowledge/problem-list.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { readPackFile } from '../../src/knowledge/validation/read-pack-file.ts';
import { CliError } from '../command-line/cli-error.ts';
import { describeInEnglish } from '../command-line/describe-in-english.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { packChecks } from '../knowledge-checks/check-pack.ts';
import { type PackToCheck, packToCheck } from '../knowledge-checks/pack-to-check.ts';
import type { UnreadFile } from '../pack-files/list-pack-files.ts';
import { readPackFiles } from '../pack-files/read-pack-files.ts';
import { listUnnamedSpeakers, type UnnamedSpeaker } from './list-unnamed-speakers.ts';
import { type Articles, checkArticles, checkCompared, readArticles } from './read-articles.ts';
import { lostEntityOf } from './remove-lost-entities.ts';
import { takeUnwritten, type UnwrittenField } from './take-unwritten.ts';

export interface OwnPackReport {
  /** What must be fixed before the pack can be built. */
  readonly problems: readonly DescribedProblem[];
  /** What only the author can write, and has not yet; nothing can be built before. */
  readonly unwritten: readonly UnwrittenField[];
  /** Statements without a speaker; that may stay so. */
  readonly unnamed: readonly UnnamedSpeaker[];
  /** What is worth a second look; only the author can decide. */
  readonly advice: readonly DescribedProblem[];
  /** Files in the folder that were not read; one that looks like a part of the pack is a problem. */
  readonly unread: readonly UnreadFile[];
  /** Undefined if the pack could not be read at all. */
  readonly checked: PackToCheck | undefined;
}

export interface CheckOptions {
  /** For users who have the pack but not its articles: quotations that cannot be compared are only advice. */
  readonly isWithoutArticles?: boolean;
}

/** Checks that matter only if many editors share a repository: an author's own folder may have any format. */
const conventionChecks = ['sorted ids', 'canonical formatting', 'schema links'];
/** Checks of an author's words against a list of English ones. */
const adviceChecks = ['verdicts', 'runs shared with articles'];

/**
 * Checks a pack folder for its author: everything that an import would refuse, and whether quotations are verbatim, by
 * the articles in the folder `articles` beside the pack's files.
 * @throws CliError if the folder does not exist or cannot be read
 */
export async function checkOwnPack(
  folder: string,
  { isWithoutArticles = false }: CheckOptions = {},
): Promise<OwnPackReport> {
  await requireFolder(folder);
  const read = await readPackFiles(folder);
  const { files, rawFiles } = read;
  const articles = await readArticles(folder);
  const unread = [...read.unread, ...articles.unread];
  const { unwritten, files: filled } = takeUnwritten(files);
  // Of a file that cannot be read everything would be missing.
  const parsed = read.problems.length > 0 ? { problems: [] } : parsePack(filled);
  const { pack } = parsed;
  if (!pack) {
    const problems = [
      ...read.problems,
      ...(parsed.problems ?? []).map(describeForAuthor),
      ...articles.problems,
    ];
    return { problems, unwritten, unnamed: [], advice: [], unread, checked: undefined };
  }

  const checked = packToCheck(withFingerprints(pack, articles), files, rawFiles, articles.byHash);
  const run = (isWanted: (check: string) => boolean) =>
    Object.entries(packChecks).flatMap(([name, check]) => (isWanted(name) ? check(checked) : []));
  const uncompared = checkCompared(checked, articles);
  const found = [
    ...(isWithoutArticles ? [] : uncompared),
    ...checkArticles(pack, checked.fileOf, articles),
    ...collect((report) => findBroadNames(pack, checked.fileOf, report)),
    ...run((name) => ![...conventionChecks, ...adviceChecks].includes(name)),
  ];
  // What no check above has found, an import may still refuse.
  const refused =
    found.length > 0
      ? []
      : readPackFile(JSON.stringify(pack), path.basename(folder)).problems.map(describeInEnglish);
  const advice = [
    ...(isWithoutArticles ? uncompared : []),
    ...run((name) => adviceChecks.includes(name)),
    ...adviseClaims(pack),
  ];
  const unnamed = listUnnamedSpeakers(pack, checked.fileOf);
  return { problems: [...found, ...refused], unwritten, unnamed, advice, unread, checked };
}

function describeForAuthor(problem: PackProblem): DescribedProblem {
  const described = describeInEnglish(problem);
  const id = lostEntityOf(problem);
  if (id === undefined) return described;
  return {
    ...described,
    remedy: `If you have taken "${id}" out of the entities, remove it here, too; "check --fix" does so in all places. Otherwise correct its spelling.`,
  };
}

/** Where several sources are quoted, what they say of one thing can be compared. */
function adviseClaims({ claims, statements }: Pack): DescribedProblem[] {
  const quoted = new Set(statements.flatMap(({ wordings }) => wordings.map(({ source }) => source)));
  if (claims.length > 0 || quoted.size < 2) return [];
  return [
    {
      file: 'claims.json',
      path: 'claims',
      reason: `There are no claims, though ${quoted.size} sources are quoted: no card shows where they differ.`,
      remedy: 'Write what can be checked, and what each source says of it, or leave the list empty.',
    },
  ];
}

/** An article is compared by its file name, even if its fingerprint is missing or out of date. */
export function withFingerprints(pack: Pack, { hashById }: Articles): Pack {
  const sources = pack.sources.map((source) => {
    const hash = hashById.get(source.id);
    return hash === undefined ? source : { ...source, textSha256: hash };
  });
  return { ...pack, sources };
}

function collect(find: (report: ReportProblem) => void): DescribedProblem[] {
  const found: DescribedProblem[] = [];
  find((problem) => found.push(describeInEnglish(problem)));
  return found;
}

async function requireFolder(folder: string): Promise<void> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(folder)).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CliError(
        `${folder}: There is no such folder.\n    What to do: Correct the path, or make a pack there: npm run pack -- init FOLDER`,
      );
    }
    throw explainFileError(error, 'Reading', folder);
  }
  if (isFolder) return;
  throw new CliError(
    `${folder}: This is a file; a pack is made in a folder.\n    What to do: Give the folder that holds pack.json.`,
  );
}
