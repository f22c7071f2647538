import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** The parts of one source are numbered 1, 2, 3 …, and every part after the first says what comes between. */
export function checkParts({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { id, wordings } of pack.statements) {
    const expected = new Map<string, number>();
    for (const [i, { source, part, gapBefore }] of wordings.entries()) {
      const next = (expected.get(source) ?? 0) + 1;
      expected.set(source, next);
      const file = fileOf('statements', id);
      const path = `statements[${id}].wordings[${i}]`;
      if (part !== next) {
        problems.push({
          file,
          path: `${path}.part`,
          reason: `This is piece ${next} of "${source}" here, but it says part ${part}.`,
          remedy: `Number the pieces of one source 1, 2, 3 … in their order: write ${next}.`,
        });
      }
      if (part > 1 === (gapBefore !== undefined)) continue;
      problems.push({
        file,
        path: `${path}.gapBefore`,
        reason:
          part > 1
            ? 'Nothing says what comes between this part and the one before.'
            : 'The first part has nothing before it.',
        remedy: part > 1 ? 'Write "attribution", "unmarked" or "outlet-words".' : 'Remove gapBefore.',
      });
    }
  }
  return problems;
}
