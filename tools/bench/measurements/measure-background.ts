import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { compileNames, type NamedEntity } from '../../../src/matching/names/compile-names.ts';
import { namesOfPack } from '../../../src/matching/names/names-of-pack.ts';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { bundleScript } from '../../bundle-script.ts';
import { type BackgroundRow, type MatchedPage, summariseBackground } from '../background-time.ts';
import type { BenchServer } from '../bench-server.ts';
import { extraNames } from '../extra-names.ts';
import { extraStatements } from '../extra-statements.ts';
import { stageFile } from '../list-stages.ts';
import type { PageTexts, StageResult } from '../stage.ts';
import type { BackgroundResult } from '../stages/background.ts';
import type { Bench, StageInputPaths } from './measure.ts';
import type { MeasureOptions } from './measure-options.ts';

const seed = 1;
/** In addition to the built-in pack: names, all of them shown always, and statements. */
const sizes = [
  { names: 0, statements: 0 },
  { names: 10_000, statements: 0 },
  { names: 100_000, statements: 0 },
  { names: 0, statements: 10_000 },
  { names: 100_000, statements: 10_000 },
] as const;

/** Warm-up pages before the clock counts: by then the browser has compiled hot code. */
const warmUpPages = 100;

const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/**
 * Measures what the background does for a page that sends its text, in real Chromium: warm, after every page was
 * processed once, and as if just woken for this page, in code that never ran before, with its packs to open first.
 */
export async function measureBackground(
  { bench, server }: { readonly bench: Bench; readonly server: BenchServer },
  pack: Pack,
  { files, repeats, onProgress }: MeasureOptions,
): Promise<BackgroundRow[]> {
  const code = await bundleScript(stageFile('background'));
  const pages = await readPages({ bench, server }, files, repeats);
  const warmUpPasses = Math.ceil(warmUpPages / pages.length);
  const all = server.offer(
    'all-texts',
    jsonBytes(
      Array(warmUpPasses + repeats)
        .fill(pages.map(({ texts }) => texts))
        .flat(),
    ),
  );
  const packPath = server.offer('pack', jsonBytes(pack));
  const builtInNames = namesOfPack(pack).reduce((sum, { names }) => sum + names.length, 0);
  const rows: BackgroundRow[] = [];
  for (const { names, statements } of sizes) {
    const inputs = { pack: packPath, ...offerExtras(server, names, statements) };
    const run = (texts: string) =>
      bench.measure<BackgroundResult>(server.blankAddress, code, { ...inputs, texts });
    const warm = (await run(all)).pages;
    const matched: MatchedPage[] = [];
    for (const [number, page] of pages.entries()) {
      const woken = await run(page.path);
      const passes = warm.filter((_, i) => i >= warmUpPasses * pages.length && i % pages.length === number);
      matched.push({ floorMs: page.floorMs, warm: passes, woken });
      onProgress(
        `background, ${names} names and ${statements} statements more: ${number + 1} of ${pages.length} pages`,
      );
    }
    rows.push(
      summariseBackground(matched, {
        names: builtInNames + names,
        statements: pack.statements.length + statements,
      }),
    );
  }
  return rows;
}

interface ReadPage {
  readonly texts: PageTexts;
  /** The path from which a stage can fetch the texts. */
  readonly path: string;
  readonly floorMs: number;
}

/** Leaves out pages that cannot be read, because they navigate away. */
async function readPages(
  { bench, server }: { readonly bench: Bench; readonly server: BenchServer },
  files: readonly string[],
  repeats: number,
): Promise<ReadPage[]> {
  const [floor, readTexts] = [
    await bundleScript(stageFile('floor')),
    await bundleScript(stageFile('read-texts')),
  ];
  const pages: ReadPage[] = [];
  for (const number of files.keys()) {
    const address = server.pageAddress(number);
    try {
      const texts = await bench.measure<PageTexts>(address, readTexts, {});
      let floorMs = Number.POSITIVE_INFINITY;
      for (let repeat = 0; repeat < repeats; repeat++) {
        floorMs = Math.min(floorMs, (await bench.measure<StageResult>(address, floor, {})).ms);
      }
      pages.push({ texts, path: server.offer(`texts-${number}`, jsonBytes([texts])), floorMs });
    } catch {
      // Left out.
    }
  }
  return pages;
}

/** A second pack in stored form; nothing if it would be empty. */
function offerExtras(server: BenchServer, nameCount: number, statementCount: number): StageInputPaths {
  if (nameCount + statementCount === 0) return {};
  const entities = extraNames(nameCount, seed).map(
    (text, i): NamedEntity => ({
      ref: `bench/extra-${i}`,
      topic: 'bench/extra',
      show: 'always',
      names: [{ text }],
    }),
  );
  const statements = extraStatements(statementCount, seed);
  return {
    index: server.offer(`names-${nameCount}`, compileNames(entities)),
    statements: server.offer(`statements-${statementCount}`, compileStatements(statements)),
  };
}
