import type { ProblemPlace } from '../knowledge/problem.ts';
import type { FileProblem } from '../settings/export/export-problem.ts';
import { fillText } from './fill-text.ts';
import type { ProblemTexts } from './problem-texts.ts';

/** A file's problem, in words that help an editor who is not a programmer. */
export interface DescribedProblem extends ProblemPlace {
  readonly reason: string;
  readonly remedy: string;
  /** Whether readers can apply the remedy themselves, whoever the problem itself is for. */
  readonly isRemedyForReader?: boolean;
}

export function describeFileProblem(problem: FileProblem, texts: ProblemTexts): DescribedProblem {
  const { file, path, code, values, remedyOf = code } = problem;
  return {
    file,
    path,
    reason: fillText(texts[code].reason, values),
    remedy: fillText(texts[remedyOf].remedy, values),
  };
}
