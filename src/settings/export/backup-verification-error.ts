import { FailureError } from '../failure.ts';
import type { FileProblem } from './export-problem.ts';

/** What was written to be read again could not be, or says something else. */
export class BackupVerificationError extends FailureError {
  override readonly name = 'BackupVerificationError';
  /** Empty where it was read, and says something else. */
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super({ code: 'notReadBack', values: {} });
    this.problems = problems;
  }
}
