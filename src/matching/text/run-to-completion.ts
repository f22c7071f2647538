/** Runs a generator to completion without pausing between its steps. */
export function runToCompletion<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
