import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { UnreadFile } from '../pack-files/list-pack-files.ts';
import { loadPack } from '../pack-files/load-pack.ts';
import { builtInChecks } from './built-in-checks.ts';
import { checkDates } from './check-dates.ts';
import { checkDamagedEvidence, checkEvidenceIsThere, checkEvidenceShare } from './check-evidence.ts';
import { checkExcerpts } from './check-excerpts.ts';
import { checkFormatting, checkSchemaLinks, checkSortedIds } from './check-form.ts';
import { checkNames } from './check-names.ts';
import { checkSharedRuns, checkVerdicts } from './check-own-words.ts';
import { checkSentences } from './check-sentences.ts';
import { checkParts } from './check-statements.ts';
import { type PackToCheck, packToCheck } from './pack-to-check.ts';

/** Every check on a pack that parses; `parsePack` has already checked schema, unique ids and references. */
export const packChecks: Readonly<Record<string, (checked: PackToCheck) => DescribedProblem[]>> = {
  'sorted ids': checkSortedIds,
  'canonical formatting': checkFormatting,
  'schema links': checkSchemaLinks,
  'names claimed twice': checkNames,
  'verbatim excerpts': checkExcerpts,
  'parts of wordings': checkParts,
  'sentences of wordings': checkSentences,
  'evidence is there': checkEvidenceIsThere,
  'share of evidence': checkEvidenceShare,
  'damaged evidence': checkDamagedEvidence,
  'runs shared with articles': checkSharedRuns,
  verdicts: checkVerdicts,
  'known to': checkDates,
};

export interface CheckedPack {
  readonly problems: readonly DescribedProblem[];
  /** Files in the folder that were not read. */
  readonly unread: readonly UnreadFile[];
  /** Undefined if the pack could not be read at all. */
  readonly checked: PackToCheck | undefined;
}

/**
 * Reads the pack in `packPath` (a folder, or one file) and runs every check on it.
 *
 * @param texts SHA-256 to text of the available articles; without them only the length of excerpts is checked
 * @param isBuiltIn whether the pack comes with the extension: the check then asks for more
 */
export async function checkPackFolder(
  packPath: string,
  texts: ReadonlyMap<string, string> = new Map(),
  isBuiltIn = false,
): Promise<CheckedPack> {
  const { pack, problems, unread, files, rawFiles } = await loadPack(packPath);
  if (!pack) return { problems, unread, checked: undefined };
  const checked = packToCheck(pack, files, rawFiles, texts);
  return {
    problems: Object.values({ ...packChecks, ...(isBuiltIn && builtInChecks) }).flatMap((check) =>
      check(checked),
    ),
    unread,
    checked,
  };
}
