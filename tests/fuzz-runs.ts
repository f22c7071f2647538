/** Fixed, so that a red run points to the change that was made, not to chance. */
const standardSeed = 20_261_122;

/**
 * How many random inputs to try, and from which seed; `FUZZ_RUNS` and `FUZZ_SEED` override them. Both are printed, so
 * that a red run can be repeated.
 */
export function fuzzRuns(name: string, standardRuns: number): { numRuns: number; seed: number } {
  const numRuns = readCount('FUZZ_RUNS') ?? standardRuns;
  const seed = readCount('FUZZ_SEED') ?? standardSeed;
  console.log(`${name}: ${numRuns} runs, seed ${seed}`);
  return { numRuns, seed };
}

/** @throws Error if it is not a count: a mistyped one would try nothing and pass */
function readCount(variable: string): number | undefined {
  const written = process.env[variable];
  if (written === undefined || written === '') return undefined;
  const count = Number(written);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`${variable} is "${written}"; write 1 or more.`);
  return count;
}
