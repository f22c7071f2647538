import { quantile } from '../bench/quantile.ts';
import type { BrowserName } from '../browsers/find-browser.ts';
import type { MemoryInUse } from './measure-memory.ts';

/**
 * How much more memory may be in use at the end than after the first tenth: each collection leaves a different
 * remainder, and Firefox reports so little memory that a different setting on the last visit matters.
 */
const tolerances = {
  chromium: { page: 1.1, background: 1.25 },
  firefox: { page: 1.25, background: 1.25 },
} as const;
/** Megabytes that are negligible in any case. */
const allowance = 0.5;

/** One line for each place whose last measurements exceed those after the first tenth; medians of three. */
export function findGrowth(memory: readonly MemoryInUse[], browser: BrowserName): string[] {
  const tolerance = tolerances[browser];
  const begin = Math.ceil(memory.length / 10);
  return (['page', 'background'] as const).flatMap((place) => {
    const measured = memory.slice(begin).flatMap((one) => one[place] ?? []);
    if (measured.length < 6) return [];
    const first = quantile(measured.slice(0, 3), 0.5);
    const last = quantile(measured.slice(-3), 0.5);
    if (last <= first * tolerance[place] + allowance) return [];
    return [`memory of the ${place} grew from ${first.toFixed(1)} to ${last.toFixed(1)} MB`];
  });
}
