import { FailureError } from '../failure.ts';
import type { FileProblem } from './export-problem.ts';

/** A backup could not be read back, or reads differently. */
export class BackupVerificationError extends FailureError {
  override readonly name = 'BackupVerificationError';
  /** Empty if it could be read, but reads differently. */
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super({ code: 'notReadBack', values: {} });
    this.problems = problems;
  }
}
