import type { Fault } from '../knowledge/problem.ts';

/** Why a file cannot be opened as a source, with the names of the values in its text. */
const fileProblems = {
  fileEmpty: [],
  fileTooLarge: ['megabytes', 'most'],
  fileKindUnknown: ['file'],
  fileOtherEncoding: ['encoding'],
  fileNotUtf8: ['line', 'column'],
  pageEncoding: ['encoding'],
  fileTextTooLong: ['count', 'most'],
  fileWithoutText: [],
  fileWithoutArticle: [],
  pdfDamaged: [],
  pdfEncrypted: [],
  pdfTooLong: ['count', 'most'],
  pdfWithoutText: [],
} as const;

export type FileProblem = Fault<typeof fileProblems>;

/** The library has the words of a problem. Its message is for developers. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(`${problem.code} ${JSON.stringify(problem.values)}`, options);
    this.problem = problem;
  }
}
