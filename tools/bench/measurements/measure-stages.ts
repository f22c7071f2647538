import { bundleScript } from '../../bundle-script.ts';
import type { BenchServer } from '../bench-server.ts';
import type { StageEntry } from '../list-stages.ts';
import type { PageMeasurement } from '../summarise.ts';
import type { Bench, StageInputPaths } from './measure.ts';
import type { MeasureOptions } from './measure-options.ts';

/**
 * Runs every stage on every page, cold, one after the other. @param repeatsOf how often to measure a stage, if less
 * often than the others
 */
export async function measureStages(
  { bench, server }: { readonly bench: Bench; readonly server: BenchServer },
  stages: readonly StageEntry[],
  inputs: StageInputPaths,
  { files, repeats, onProgress }: MeasureOptions,
  repeatsOf: (what: string) => number = () => repeats,
): Promise<PageMeasurement[]> {
  const codes = new Map<string, string>();
  for (const { what, file } of stages) codes.set(what, await bundleScript(file));
  const measured: PageMeasurement[] = [];
  for (const [number, page] of files.entries()) {
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const { what } of stages) {
        if (repeat >= repeatsOf(what)) continue;
        const result = await bench
          .measure(server.pageAddress(number), codes.get(what) as string, inputs)
          .catch((error) => ({ ms: Number.NaN, failure: String(error).split('\n')[0] as string }));
        measured.push({ page, what, ...result });
      }
    }
    onProgress(`stages: ${number + 1} of ${files.length} pages`);
  }
  return measured;
}
