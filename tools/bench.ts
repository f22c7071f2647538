/**
 * `npm run bench -- [--json] [--pages DIR] [--limit N] [--repeats N] [--what a,b] [--cpu-slowdown N] [--curve] [--card]`
 *
 * Measures finding and painting in real Chromium beside the floor (stages/floor.ts) and the peers, page by page, each
 * measurement cold: a fresh document, a fresh world, code never seen before. Of the repeats of one measurement the fastest
 * counts, as everything else that runs on the machine only adds. Ratios are taken page by page, then their median.
 *
 * `--curve` also measures the scan on generated pages of 1,000 to 10 million characters, with the built-in pack and with
 * 100,000 extra names; `--json` then has `curve: [{characters, names, found, floorMs, scanMs, scanToFloor,
 * microsecondsPerThousand, longestSliceMs}]` besides. With `--limit 0` nothing else is measured.
 *
 * `--card` measures instead, with the built extension, how long a card takes from the click to the frame in which it stands.
 *
 * `sameNames` says for the scan and each peer how many spellings it missed, page by page, that the scan found, and how many
 * it found that the scan did not: nobody wins by finding less.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Pack } from '../src/knowledge/pack-schema.ts';
import { compileNames, type NamedEntity } from '../src/matching/compile-names.ts';
import { compileStatements } from '../src/matching/compile-statements.ts';
import { namesOfPack } from '../src/matching/names-of-pack.ts';
import { statementsOfPack } from '../src/matching/traceable-statement.ts';
import { bundleStage } from './bench/bundle-stage.ts';
import { extraNames } from './bench/extra-names.ts';
import { extraStatements } from './bench/extra-statements.ts';
import { defaultPagesFolder, listPages } from './bench/list-pages.ts';
import { type StageEntry, stageEntries } from './bench/list-stages.ts';
import { type Bench, openBench, type StageInputPaths } from './bench/measure.ts';
import { measureCard } from './bench/measure-card.ts';
import { type CurvePoint, measureCurve } from './bench/measure-curve.ts';
import { type PageServer, servePages } from './bench/page-server.ts';
import { compareFound, type PageMeasurement, summarise } from './bench/summarise.ts';
import { loadPack } from './load-pack.ts';

const builtInPack = fileURLToPath(new URL('../assets/knowledge/facial-recognition', import.meta.url));
const extraNamesSeed = 1;
/** With how many extra names the curve is measured. */
const curveExtras = [0, 100_000];
const curveStages = stageEntries.filter(({ what }) => what === 'floor' || what === 'scan');

async function readPack(): Promise<Pack> {
  const { pack, problems } = await loadPack(builtInPack);
  if (!pack) throw new Error(`The built-in pack cannot be read: ${JSON.stringify(problems[0])}`);
  return pack;
}

function withExtras(entities: readonly NamedEntity[], count: number): NamedEntity[] {
  const extras = extraNames(count, extraNamesSeed).map(
    (text, i): NamedEntity => ({
      ref: `bench/extra-${i}`,
      topic: 'bench/extra',
      show: 'always',
      names: [{ text }],
    }),
  );
  return [...entities, ...extras];
}

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pages: { type: 'string' },
    limit: { type: 'string' },
    repeats: { type: 'string', default: '3' },
    what: { type: 'string' },
    'cpu-slowdown': { type: 'string' },
    curve: { type: 'boolean', default: false },
    card: { type: 'boolean', default: false },
  },
});

interface Row extends StageEntry {
  /** The number that the row is reported under. */
  readonly extras: number;
  readonly nameCount: number;
  readonly statementCount: number | undefined;
}

function listRows(entry: StageEntry): Row[] {
  return entry.extraStatements
    ? entry.extraStatements.map((count) => ({ ...entry, extras: count, nameCount: 0, statementCount: count }))
    : entry.extraNames.map((count) => ({
        ...entry,
        extras: count,
        nameCount: count,
        statementCount: undefined,
      }));
}

async function main(): Promise<void> {
  if (options.card) {
    const rows = await measureCard(Number(options.repeats));
    if (options.json) console.log(JSON.stringify({ card: rows }));
    else console.table(rows);
    return;
  }
  const files = listPages(
    options.pages ?? defaultPagesFolder(),
    options.limit ? Number(options.limit) : undefined,
  );
  const wanted = options.what?.split(',');
  const entries = stageEntries.filter(({ what }) => what === 'floor' || !wanted || wanted.includes(what));
  const rows = entries.flatMap(listRows);
  const server = await servePages(files);
  const pack = await readPack();
  const inputs = offerInputs(server, pack, rows);
  const codes = await bundleStages(entries);
  const bench = await openBench(
    options['cpu-slowdown'] ? { cpuSlowdown: Number(options['cpu-slowdown']) } : {},
  );
  try {
    const measured = await measurePages(bench, server, files, rows, inputs, codes);
    const curve = options.curve ? await measureScanCurve(bench, server, pack, inputs, codes) : undefined;
    report(files.length, measured, inputs, curve);
  } finally {
    await bench.close();
    server.close();
  }
}

interface Inputs {
  /** By how many names were added to the pack's own. */
  readonly names: ReadonlyMap<
    number,
    { readonly bytes: number; readonly index: string; readonly names: string }
  >;
  /** By how many statements were added. */
  readonly statements: ReadonlyMap<number, string>;
}

/** Puts what the rows and the curve are measured with where the browser can fetch it. */
function offerInputs(server: PageServer, pack: Pack, rows: readonly Row[]): Inputs {
  const entities = namesOfPack(pack);
  const known = statementsOfPack(pack);
  const nameCounts = new Set([
    ...rows.map(({ nameCount }) => nameCount),
    ...(options.curve ? curveExtras : []),
  ]);
  const names = [...nameCounts].map((extras) => {
    const all = withExtras(entities, extras);
    const index = compileNames(all);
    const texts = [...new Set(all.flatMap((entity) => entity.names.map(({ text }) => text)))];
    const input = {
      bytes: index.length,
      index: server.offer(`index-${extras}`, index),
      names: server.offer(`names-${extras}`, new TextEncoder().encode(JSON.stringify(texts))),
    };
    return [extras, input] as const;
  });
  const statements = [...new Set(rows.flatMap(({ statementCount }) => statementCount ?? []))].map(
    (extras) => {
      const all = [...known, ...extraStatements(extras, extraNamesSeed)];
      return [extras, server.offer(`statements-${extras}`, compileStatements(all))] as const;
    },
  );
  return { names: new Map(names), statements: new Map(statements) };
}

/** The code of each stage's file, bundled once. */
async function bundleStages(entries: readonly StageEntry[]): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const { file } of options.curve ? [...entries, ...curveStages] : entries) {
    if (!codes.has(file)) codes.set(file, await bundleStage(file));
  }
  return codes;
}

async function measurePages(
  bench: Bench,
  server: PageServer,
  files: readonly string[],
  rows: readonly Row[],
  inputs: Inputs,
  codes: ReadonlyMap<string, string>,
): Promise<PageMeasurement[]> {
  const measured: PageMeasurement[] = [];
  for (const [number, file] of files.entries()) {
    for (let repeat = 0; repeat < Number(options.repeats); repeat++) {
      for (const row of rows) {
        // A peer takes up to seconds a page: its first measurement is good enough for a factor of a hundred.
        if (isPeer(row) && repeat > 0) continue;
        const failed = (error: unknown) => ({
          ms: Number.NaN,
          failure: String(error).split('\n')[0] as string,
        });
        const address = `${server.origin}/page/${number}`;
        const code = codes.get(row.file) as string;
        const result = await bench.measure(address, code, pickInput(row, inputs)).catch(failed);
        measured.push({ page: file, what: row.what, extras: row.extras, ...result });
      }
    }
    if (!options.json) process.stderr.write(`\r${number + 1} of ${files.length} pages`);
  }
  return measured;
}

function pickInput(row: Row, inputs: Inputs): StageInputPaths {
  const given = inputs.names.get(row.nameCount);
  const statements = inputs.statements.get(row.statementCount ?? -1);
  return {
    ...(given && { index: given.index }),
    ...(statements && { statements }),
    ...(given && isPeer(row) && { names: given.names }),
  };
}

function isPeer({ what }: Row): boolean {
  return what.startsWith('peer:');
}

async function measureScanCurve(
  bench: Bench,
  server: PageServer,
  pack: Pack,
  inputs: Inputs,
  codes: ReadonlyMap<string, string>,
): Promise<CurvePoint[]> {
  const codeOf = (wanted: string) =>
    codes.get(curveStages.find(({ what }) => what === wanted)?.file ?? '') as string;
  return measureCurve(
    { bench, server, repeats: Number(options.repeats) },
    { floor: codeOf('floor'), scan: codeOf('scan') },
    curveExtras.map((extras) => ({ extras, paths: { index: inputs.names.get(extras)?.index as string } })),
    namesOfPack(pack).flatMap((entity) => entity.names.map(({ text }) => text)),
  );
}

function report(
  pageCount: number,
  measured: readonly PageMeasurement[],
  inputs: Inputs,
  curve: readonly CurvePoint[] | undefined,
): void {
  const results = summarise(measured);
  const indexes = [...inputs.names].map(([extras, { bytes }]) => ({ names: extras || 'built-in', bytes }));
  const sameNames = compareFound(measured);
  if (options.json) {
    console.log(JSON.stringify({ pages: pageCount, results, indexes, sameNames, ...(curve && { curve }) }));
    return;
  }
  console.log(`\n${pageCount} pages`);
  console.table(results);
  console.table(indexes);
  console.table(sameNames);
  if (curve) console.table(curve);
}

await main();
