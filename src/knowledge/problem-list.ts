import { maxProblems } from './pack-limits.ts';
import type { PackProblem } from './pack-problem.ts';

export type ReportProblem = (problem: PackProblem) => void;

/** Keeps the first problems and counts the rest: a hostile file can have millions, and nobody reads them. */
export class ProblemList {
  readonly #listed: PackProblem[] = [];
  #count = 0;

  readonly report: ReportProblem = (problem) => {
    this.#count += 1;
    if (this.#listed.length < maxProblems) this.#listed.push(problem);
  };

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count >= maxProblems;
  }

  /** What was reported; if that exceeds the limit, the last entry says how many more there are. */
  finish(file: string): PackProblem[] {
    const more = this.#count - this.#listed.length;
    if (more === 0) return [...this.#listed];
    const rest: PackProblem = {
      file,
      path: '',
      code: 'moreProblems',
      values: { count: more, most: maxProblems },
    };
    return [...this.#listed, rest];
  }
}
