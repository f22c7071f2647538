/**
 * `npm run bench -- [--json] [--pages DIR] [--limit N] [--repeats N] [--what a,b] [--cpu-slowdown N] [--curve] [--card]`
 *
 * Measures finding and painting in real Chromium beside the floor (DESIGN.md section 5) and the peers, page by page, each
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
import { openBench } from './bench/measure.ts';
import { measureCard } from './bench/measure-card.ts';
import { type CurvePoint, measureCurve } from './bench/measure-curve.ts';
import { servePages } from './bench/page-server.ts';
import { compareFound, type PageMeasurement, summarise } from './bench/summarise.ts';
import { loadPack } from './load-pack.ts';

const builtInPack = fileURLToPath(new URL('../assets/knowledge/facial-recognition', import.meta.url));
const extraNamesSeed = 1;
/** With how many extra names the curve is measured. */
const curveExtras = [0, 100_000];

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
  const curveCounts = options.curve ? curveExtras : [];
  const pack = await readPack();
  const entities = namesOfPack(pack);
  const known = statementsOfPack(pack);
  const server = await servePages(files);
  const inputs = new Map(
    [...new Set([...rows.map(({ nameCount }) => nameCount), ...curveCounts])].map((extras) => {
      const all = withExtras(entities, extras);
      const index = compileNames(all);
      const names = [...new Set(all.flatMap((entity) => entity.names.map(({ text }) => text)))];
      const paths = {
        index: server.offer(`index-${extras}`, index),
        names: server.offer(`names-${extras}`, new TextEncoder().encode(JSON.stringify(names))),
      };
      return [extras, { bytes: index.length, paths }];
    }),
  );
  const statementPaths = new Map(
    [...new Set(rows.flatMap(({ statementCount }) => statementCount ?? []))].map((extras) => {
      const all = [...known, ...extraStatements(extras, extraNamesSeed)];
      return [extras, server.offer(`statements-${extras}`, compileStatements(all))];
    }),
  );
  const codes = new Map<string, string>();
  const curveStages = stageEntries.filter(({ what }) => what === 'floor' || what === 'scan');
  for (const { file } of options.curve ? [...entries, ...curveStages] : entries) {
    if (!codes.has(file)) codes.set(file, await bundleStage(file));
  }
  const bench = await openBench(
    options['cpu-slowdown'] ? { cpuSlowdown: Number(options['cpu-slowdown']) } : {},
  );
  const measured: PageMeasurement[] = [];
  let curve: CurvePoint[] = [];
  try {
    for (const [number, file] of files.entries()) {
      for (let repeat = 0; repeat < Number(options.repeats); repeat++) {
        for (const { what, file: stage, extras, nameCount, statementCount } of rows) {
          // A peer takes up to seconds a page: its first measurement is good enough for a factor of a hundred.
          if (what.startsWith('peer:') && repeat > 0) continue;
          const paths = inputs.get(nameCount)?.paths ?? {};
          const { index, names } = paths as { index?: string; names?: string };
          const statementPath = statementPaths.get(statementCount ?? -1);
          const input = {
            ...(index && { index }),
            ...(statementPath && { statements: statementPath }),
            ...(what.startsWith('peer:') && names && { names }),
          };
          const address = `${server.origin}/page/${number}`;
          const failed = (error: unknown) => ({
            ms: Number.NaN,
            failure: String(error).split('\n')[0] as string,
          });
          const result = await bench.measure(address, codes.get(stage) as string, input).catch(failed);
          measured.push({ page: file, what, extras, ...result });
        }
      }
      if (!options.json) process.stderr.write(`\r${number + 1} of ${files.length} pages`);
    }
    if (options.curve) {
      const codeOf = (wanted: string) =>
        codes.get(curveStages.find(({ what }) => what === wanted)?.file ?? '') as string;
      curve = await measureCurve(
        { bench, server, repeats: Number(options.repeats) },
        { floor: codeOf('floor'), scan: codeOf('scan') },
        curveCounts.map((extras) => ({
          extras,
          paths: { index: inputs.get(extras)?.paths.index as string },
        })),
        entities.flatMap((entity) => entity.names.map(({ text }) => text)),
      );
    }
  } finally {
    await bench.close();
    server.close();
  }
  const results = summarise(measured);
  const indexes = [...inputs].map(([extras, { bytes }]) => ({ names: extras || 'built-in', bytes }));
  if (options.json) {
    const report = { pages: files.length, results, indexes, sameNames: compareFound(measured) };
    console.log(JSON.stringify({ ...report, ...(options.curve && { curve }) }));
    return;
  }
  console.log(`\n${files.length} pages`);
  console.table(results);
  console.table(indexes);
  console.table(compareFound(measured));
  if (options.curve) console.table(curve);
}

await main();
