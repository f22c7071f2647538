/** One thing that is amiss in a pack, told so that an editor who is no programmer can mend it. */
export interface PackProblem {
  /** File name inside the pack folder, `entities/companies.json`. */
  readonly file: string;
  /** The place inside the file; list items go by their id: `entities[ibm].names[0].text`. */
  readonly path: string;
  readonly reason: string;
  readonly remedy: string;
}

export function formatPackProblem(problem: PackProblem): string {
  const place = problem.path === '' ? problem.file : `${problem.file}: ${problem.path}`;
  return `${place}\n    ${problem.reason}\n    What to do: ${problem.remedy}`;
}
