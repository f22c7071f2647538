import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { listOwnSentences, withoutQuotations } from './own-sentences.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** The longest run of an article's words in a sentence of ours; a longer one would be a copy. */
const maxSharedWords = 12;

/** Our sentences are our own: none shares more than twelve words in a row with an article, quotations apart. */
export function checkSharedRuns(checked: PackToCheck): DescribedProblem[] {
  const runs = new Set<string>();
  for (const text of checked.texts.values()) for (const run of listRuns(text)) runs.add(run);
  const problems: DescribedProblem[] = [];
  for (const { file, path, text } of listOwnSentences(checked)) {
    const shared = listRuns(withoutQuotations(text)).find((run) => runs.has(run));
    if (shared === undefined) continue;
    problems.push({
      file,
      path,
      reason: `More than ${maxSharedWords} words in a row are also in an article: “${shared}”.`,
      remedy: 'Say it in words of your own, or quote it between quotation marks with its source.',
    });
  }
  return problems;
}

function listRuns(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  if (!words) return [];
  const runs: string[] = [];
  for (let i = 0; i + maxSharedWords < words.length; i += 1) {
    runs.push(words.slice(i, i + maxSharedWords + 1).join(' '));
  }
  return runs;
}

/** The pack says who says what, never who is right. Terms of the field ("false match rate") are not verdicts. */
const verdicts: readonly RegExp[] = [
  /\bwrong(?:ly)?\b/i,
  /\b(?:omit|omits|omitted|omitting|omission|omissions)\b/i,
  /\bcontradict(?:s|ed|ing|ion|ions|ory)?\b/i,
  /\b(?:untrue|mistaken|mistakenly|incorrectly states|misreport\w*|misstat\w*|misleading|lied|lies about|debunk\w*)\b/i,
  /\btrue\b/i,
  /\bfalse\b(?![ -](?:positive|negative|match|non-match|alarm|accept|reject))/i,
  /\bfalsely (?:says|said|claims|claimed|states|stated|reports|reported)\b/i,
];

/** The pack's own sentences say who says what, never who is right; words in quotation marks are others'. */
export function checkVerdicts(checked: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { file, path, text } of listOwnSentences(checked)) {
    const own = withoutQuotations(text);
    for (const verdict of verdicts) {
      const word = verdict.exec(own)?.[0];
      if (word === undefined) continue;
      problems.push({
        file,
        path,
        reason: `"${word}" is a verdict, and the pack only says who says what.`,
        remedy: 'Name who says it: "prints …", "says …", "NIST\'s page says …", "does not mention …".',
      });
    }
  }
  return problems;
}

/** A rate that fell "by 17.7%": of itself, or from 34.7% to 17%? The two are far apart. */
const changedRate =
  /\b(?:fell|rose|dropped|increased|decreased|grew|shrank|improved|declined|reduced|cut|lower|higher)\b[^.;]*?\bby [\d.]+%?(?: (?:to|or|and) [\d.]+)?(?:%| per cent)(?! of\b)/i;

/** Where a share or a rate changes, the sentence says whether it counts per cent or percentage points. */
export function checkPercentagePoints(checked: PackToCheck): DescribedProblem[] {
  return listOwnSentences(checked).flatMap(({ file, path, text }) => {
    const words = changedRate.exec(withoutQuotations(text))?.[0];
    if (words === undefined) return [];
    return [
      {
        file,
        path,
        reason: `“${words}” may be a part of the rate itself or percentage points.`,
        remedy: 'Look at the numbers in the source, and write "percentage points" or "% of …".',
      },
    ];
  });
}
