import type { BenchServer } from './bench-server.ts';
import { generatePage } from './generate-page.ts';
import type { Bench, StageInputPaths } from './measure.ts';

/** Characters of text, from a short message to a book of many volumes. */
const lengths = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

export interface CurvePoint {
  /** Characters of text on the page. */
  readonly characters: number;
  readonly names: 'built-in' | number;
  readonly found: number;
  readonly floorMs: number;
  readonly scanMs: number;
  readonly scanToFloor: number;
  /** The scan's, for each thousand characters: it stays the same where time is linear. */
  readonly microsecondsPerThousand: number;
  readonly longestSliceMs: number;
}

export interface CurveInput {
  readonly extras: number;
  readonly paths: StageInputPaths;
}

/** How the scan's time grows with the text, on generated pages; of the repeats the fastest counts, as everywhere. */
export async function measureCurve(
  { bench, server, repeats }: { bench: Bench; server: BenchServer; repeats: number },
  codes: { floor: string; scan: string },
  inputs: readonly CurveInput[],
  names: readonly string[],
): Promise<CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const length of lengths) {
    const address = server.offerPage(`curve-${length}`, generatePage(length, names));
    const fastest = async (code: string, paths: StageInputPaths) => {
      const results = [];
      for (let repeat = 0; repeat < repeats; repeat++)
        results.push(await bench.measure(address, code, paths));
      return results.reduce((a, b) => (a.ms <= b.ms ? a : b));
    };
    const floor = await fastest(codes.floor, {});
    for (const { extras, paths } of inputs) {
      const scan = await fastest(codes.scan, paths);
      points.push({
        characters: floor.characters ?? Number.NaN,
        names: extras || 'built-in',
        found: scan.found?.length ?? 0,
        floorMs: round(floor.ms),
        scanMs: round(scan.ms),
        scanToFloor: round(scan.ms / floor.ms),
        microsecondsPerThousand: round((scan.ms / length) * 1_000_000),
        longestSliceMs: round(scan.longestSliceMs ?? Number.NaN),
      });
      // The longest take minutes: who waits sees how far it is.
      process.stderr.write(`${JSON.stringify(points.at(-1))}\n`);
    }
  }
  return points;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
