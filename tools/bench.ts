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
import type { Pack } from '../src/knowledge/pack-schema.ts';
import { compileNames, type NamedEntity } from '../src/matching/compile-names.ts';
import { compileStatements } from '../src/matching/compile-statements.ts';
import { namesOfPack } from '../src/matching/names-of-pack.ts';
import { statementsOfPack } from '../src/matching/traceable-statement.ts';
import { type BenchRequest, readBenchRequest } from './bench/bench-request.ts';
import { type BenchServer, serveBench } from './bench/bench-server.ts';
import { extraNames } from './bench/extra-names.ts';
import { extraStatements } from './bench/extra-statements.ts';
import { type StageEntry, stageEntries } from './bench/list-stages.ts';
import { type Bench, openBench, type StageInputPaths } from './bench/measure.ts';
import { measureCard } from './bench/measure-card.ts';
import { type CurvePoint, measureCurve } from './bench/measure-curve.ts';
import { compareFound, type PageMeasurement, summarise } from './bench/summarise.ts';
import { builtInPackFolder } from './built-in-pack.ts';
import { bundleScript } from './bundle-script.ts';
import { loadPack } from './load-pack.ts';
import { tellRefusals } from './refusal.ts';

const extraNamesSeed = 1;
/** With how many extra names the curve is measured. */
const curveExtras = [0, 100_000];
const curveStages = stageEntries.filter(({ what }) => what === 'floor' || what === 'scan');

async function readPack(): Promise<Pack> {
  const { pack, problems } = await loadPack(builtInPackFolder);
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
  const request = readBenchRequest();
  if (request.isCard) {
    const rows = await measureCard(request.repeats);
    if (request.isJson) console.log(JSON.stringify({ card: rows }));
    else console.table(rows);
    return;
  }
  const rows = request.stages.flatMap(listRows);
  const server = await serveBench(request.files);
  try {
    const pack = await readPack();
    const inputs = offerInputs(request, server, pack, rows);
    const codes = await bundleStages(request);
    const { cpuSlowdown } = request;
    const bench = await openBench(cpuSlowdown === undefined ? {} : { cpuSlowdown });
    try {
      const measured = await measurePages(request, { bench, server }, rows, inputs, codes);
      const curve = request.isCurve
        ? await measureScanCurve(request, { bench, server }, pack, inputs, codes)
        : undefined;
      report(request, measured, inputs, curve);
    } finally {
      await bench.close();
    }
  } finally {
    server.close();
  }
}

/** Where it is measured. */
interface Stand {
  readonly bench: Bench;
  readonly server: BenchServer;
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
function offerInputs(
  { isCurve }: BenchRequest,
  server: BenchServer,
  pack: Pack,
  rows: readonly Row[],
): Inputs {
  const entities = namesOfPack(pack);
  const known = statementsOfPack(pack);
  const nameCounts = new Set([...rows.map(({ nameCount }) => nameCount), ...(isCurve ? curveExtras : [])]);
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
async function bundleStages({ stages, isCurve }: BenchRequest): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const { file } of isCurve ? [...stages, ...curveStages] : stages) {
    if (!codes.has(file)) codes.set(file, await bundleScript(file));
  }
  return codes;
}

async function measurePages(
  { files, repeats, isJson }: BenchRequest,
  { bench, server }: Stand,
  rows: readonly Row[],
  inputs: Inputs,
  codes: ReadonlyMap<string, string>,
): Promise<PageMeasurement[]> {
  const measured: PageMeasurement[] = [];
  for (const [number, file] of files.entries()) {
    for (let repeat = 0; repeat < repeats; repeat++) {
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
    if (!isJson) process.stderr.write(`\r${number + 1} of ${files.length} pages`);
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
  { repeats }: BenchRequest,
  { bench, server }: Stand,
  pack: Pack,
  inputs: Inputs,
  codes: ReadonlyMap<string, string>,
): Promise<CurvePoint[]> {
  const codeOf = (wanted: string) =>
    codes.get(curveStages.find(({ what }) => what === wanted)?.file ?? '') as string;
  return measureCurve(
    { bench, server, repeats },
    { floor: codeOf('floor'), scan: codeOf('scan') },
    curveExtras.map((extras) => ({ extras, paths: { index: inputs.names.get(extras)?.index as string } })),
    namesOfPack(pack).flatMap((entity) => entity.names.map(({ text }) => text)),
  );
}

function report(
  { files, isJson }: BenchRequest,
  measured: readonly PageMeasurement[],
  inputs: Inputs,
  curve: readonly CurvePoint[] | undefined,
): void {
  const results = summarise(measured);
  const indexes = [...inputs.names].map(([extras, { bytes }]) => ({ names: extras || 'built-in', bytes }));
  const sameNames = compareFound(measured);
  if (isJson) {
    console.log(
      JSON.stringify({ pages: files.length, results, indexes, sameNames, ...(curve && { curve }) }),
    );
    return;
  }
  console.log(`\n${files.length} pages`);
  console.table(results);
  console.table(indexes);
  console.table(sameNames);
  if (curve) console.table(curve);
}

await tellRefusals(main);
