import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { refOf } from '../../../src/knowledge/qualify-pack.ts';
import { maxSteps } from '../../../src/knowledge/text/find-matching-blocks.ts';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { compilePack } from '../../../src/matching/compile-pack.ts';
import { DocumentMatcher } from '../../../src/matching/document-matcher.ts';
import { openPageMatcher } from '../../../src/matching/page-matcher.ts';
import { compareWording } from '../../../src/view-models/compare-wording.ts';
import { makeCardContent } from '../../../src/view-models/make-card-content.ts';
import { makeLibraryContent } from '../../../src/view-models/make-library-content.ts';
import { makePanelContent } from '../../../src/view-models/make-panel-content.ts';
import { makeHostileCases } from '../hostile-packs.ts';
import { quantile } from '../quantile.ts';

type Times = Readonly<Record<string, number>>;

/**
 * Compares the worst packs and pages with the built-in pack and a page of its own words: the time of each entry point
 * in Node, the fastest of `repeats`. A pack made to freeze a tab must take no longer than an ordinary one twenty times
 * its size.
 */
export function measureHostile(ordinary: Pack, repeats: number): object[] {
  const page = ordinary.statements
    .flatMap(({ sentences }) => sentences.filter((one) => one !== null))
    .join(' ');
  const usual = measureBest(ordinary, page.slice(0, 100_000), repeats);
  return Object.entries(makeHostileCases()).map(([name, { pack, page: text }]) => {
    const times = measureBest(pack, text, repeats);
    const ratios = Object.entries(times).map(([step, ms]) => [
      step,
      Number((ms / (usual[step] as number)).toFixed(2)),
    ]);
    return {
      case: name,
      ...Object.fromEntries(ratios),
      'most ms': Math.round(quantile(Object.values(times), 1)),
    };
  });
}

function measureBest(pack: Pack, page: string, repeats: number): Times {
  const runs = Array.from({ length: repeats }, () => measureOnce(pack, page));
  const steps = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    steps.map((step) => [step, Math.min(...runs.map((times) => times[step] as number))]),
  );
}

/**
 * Each in milliseconds of processor time. The pack is parsed from its text each time: caches by object do not count.
 */
function measureOnce(given: Pack, page: string): Times {
  const text = JSON.stringify(given);
  const times: Record<string, number> = {};
  const measure = <Result>(step: string, run: () => Result): Result => {
    // Processor time: other work on the machine does not count.
    const begun = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(begun);
    times[step] = (user + system) / 1_000;
    return result;
  };
  measure('import', () => readPackFile(text));
  const pack: Pack = JSON.parse(text);
  const compiled = measure('compile', () => compilePack(pack));
  const matcher = openPageMatcher([compiled]);
  measure('ask', () => matcher.mayContain(page));
  const document = new DocumentMatcher(matcher);
  measure('find', () => document.add([{ id: 0, text: page }]));
  const [found] = measure('decide', () => document.report([]));
  const block = { text: page, mentions: found?.mentions ?? [], traces: found?.traces ?? [] };
  const reading = { title: 'A page', address: 'https://example.org/', date: '2020-01-01', blocks: [block] };
  measure('brief', () => makePanelContent(pack, reading));
  const ref = refOf(pack.id, pack.entities[0]?.id ?? '');
  measure('card', () => makeCardContent(pack, 'entity', ref));
  measure('library', () => makeLibraryContent(pack, 'entity', ref, [pack]));
  const [statement] = pack.statements;
  const quoted = statement && makeCardContent(pack, 'statement', refOf(pack.id, statement.id))?.statements[0];
  const wordings = quoted?.wordings.slice(0, 8) ?? [];
  measure('compare', () => {
    for (const wording of wordings) compareWording(quoted?.sentences ?? [], wording, maxSteps);
  });
  return times;
}
