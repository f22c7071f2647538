import english from '../../assets/texts/problems/en.json' with { type: 'json' };
import { type DescribedProblem, describeFileProblem } from '../../src/i18n/describe-file-problem.ts';
import type { FileProblem } from '../../src/settings/export/export-problem.ts';
import { CliError } from './cli-error.ts';

/** The English texts of the interface, so that interface and tools have one source. */
export function describeInEnglish(problem: FileProblem): DescribedProblem {
  return describeFileProblem(problem, english);
}

export function formatProblem({ file, path, reason, remedy }: DescribedProblem): string {
  const place = path === '' ? file : `${file}: ${path}`;
  return `${place}\n    ${reason}\n    What to do: ${remedy}`;
}

/** The error for a file that a command cannot use as a whole. */
export function makeFileError(file: string, reason: string, remedy: string): CliError {
  return new CliError(formatProblem({ file, path: '', reason, remedy }));
}
