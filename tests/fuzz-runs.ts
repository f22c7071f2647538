/** So that a red run tells of the change that was made, and not of what chance has found this time. */
const standardSeed = 20_261_122;

/**
 * How often something is tried with random input, and from which seed: `FUZZ_RUNS` and `FUZZ_SEED` try more and others. Both are
 * printed, so that a red run can be looked at again.
 */
export function fuzzRuns(name: string, standardRuns: number): { numRuns: number; seed: number } {
  const numRuns = readCount('FUZZ_RUNS') ?? standardRuns;
  const seed = readCount('FUZZ_SEED') ?? standardSeed;
  console.log(`${name}: ${numRuns} runs, seed ${seed}`);
  return { numRuns, seed };
}

/** @throws Error where it is no count: a mistyped one would try nothing and be green. */
function readCount(variable: string): number | undefined {
  const written = process.env[variable];
  if (written === undefined || written === '') return undefined;
  const count = Number(written);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`${variable} is "${written}"; write 1 or more.`);
  return count;
}
