import english from '../../assets/texts/problems/en.json' with { type: 'json' };
import { type ToldProblem, tellProblem } from '../../src/i18n/tell-problem.ts';
import type { FileProblem } from '../../src/settings/export/export-problem.ts';

/** As the faces tell it to a reader of English: the words have one source. */
export function tellInEnglish(problem: FileProblem): ToldProblem {
  return tellProblem(problem, english);
}

export function formatProblem({ file, path, reason, remedy }: ToldProblem): string {
  const place = path === '' ? file : `${file}: ${path}`;
  return `${place}\n    ${reason}\n    What to do: ${remedy}`;
}
