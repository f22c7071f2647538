import { quantile } from '../bench/quantile.ts';

export interface PageResult {
  readonly browser: string;
  readonly page: string;
  readonly textLength: number;
  readonly mentions: number | undefined;
  readonly marks: number;
  readonly markTexts: readonly string[];
  readonly isDomEqual: boolean;
  readonly movedBox: string | undefined;
  readonly errors: readonly string[];
  readonly maxTaskMs: number | undefined;
  readonly scriptMs: number | undefined;
  /** The memory that the extension adds to the page's heap, after collection. */
  readonly heapBytes: number | undefined;
}

const columns = ['page', 'text', 'mentions', 'marks', 'DOM', 'boxes', 'errors', 'longest', 'script', 'heap'];

/** One row for each page, then for each browser the medians and the failures. */
export function printTable(results: readonly PageResult[]): void {
  for (const browser of new Set(results.map((result) => result.browser))) {
    const own = results.filter((result) => result.browser === browser);
    console.log(`\n${browser}`);
    console.log(columns.map((name, number) => pad(name, number)).join('  '));
    for (const result of own) console.log(toRow(result).map(pad).join('  '));
    printSummary(own);
  }
}

function toRow(result: PageResult): string[] {
  return [
    result.page.slice(-48),
    String(result.textLength),
    String(result.mentions ?? '-'),
    String(result.marks),
    result.isDomEqual ? 'equal' : 'CHANGED',
    result.movedBox ? 'MOVED' : 'equal',
    String(result.errors.length),
    milliseconds(result.maxTaskMs),
    milliseconds(result.scriptMs),
    megabytes(result.heapBytes),
  ];
}

function pad(cell: string, column: number): string {
  return column === 0 ? cell.padEnd(48) : cell.padStart(9);
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '-' : `${value.toFixed(1)} ms`;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '-' : `${(bytes / 1e6).toFixed(2)} MB`;
}

function printSummary(results: readonly PageResult[]): void {
  const changed = results.filter(({ isDomEqual }) => !isDomEqual).length;
  const moved = results.filter(({ movedBox }) => movedBox).length;
  const failed = results.filter(({ errors }) => errors.length > 0).length;
  console.log(
    `${results.length} pages: ${changed} with a changed DOM, ${moved} with moved boxes, ${failed} with errors; ` +
      `script median ${milliseconds(quantileOf(results, 'scriptMs', 0.5))}, 95th percentile ` +
      `${milliseconds(quantileOf(results, 'scriptMs', 0.95))}; longest task ${milliseconds(quantileOf(results, 'maxTaskMs', 1))}; ` +
      `heap median ${megabytes(quantileOf(results, 'heapBytes', 0.5))}`,
  );
  for (const { page, movedBox, errors } of results) {
    if (movedBox) console.log(`${page}: ${movedBox}`);
    for (const error of errors) console.log(`${page}: ${error}`);
  }
}

/** Of the measured values; undefined if there are none. */
function quantileOf(
  results: readonly PageResult[],
  column: 'scriptMs' | 'maxTaskMs' | 'heapBytes',
  share: number,
): number | undefined {
  const values = results.flatMap((result) => result[column] ?? []);
  return values.length === 0 ? undefined : quantile(values, share);
}
