/** Does all of a work at one go that could pause between its steps. */
export function runToCompletion<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
