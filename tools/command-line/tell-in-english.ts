import english from '../../assets/texts/problems/en.json' with { type: 'json' };
import { type ToldProblem, tellProblem } from '../../src/i18n/tell-problem.ts';
import type { FileProblem } from '../../src/settings/export/export-problem.ts';

/** The English texts of the interface, so that both have one source. */
export function tellInEnglish(problem: FileProblem): ToldProblem {
  return tellProblem(problem, english);
}

export function formatProblem({ file, path, reason, remedy }: ToldProblem): string {
  const place = path === '' ? file : `${file}: ${path}`;
  return `${place}\n    ${reason}\n    What to do: ${remedy}`;
}
