/**
 * `npm run knowledge:check -- [--sources DIR] [PACK]`: checks a pack and prints its problems, the entities with a
 * single source, and totals. Exits with 1 if there are problems.
 */
import path from 'node:path';
import type { DescribedProblem } from '../src/i18n/describe-file-problem.ts';
import { reportCliErrors } from './command-line/cli-error.ts';
import { formatProblem } from './command-line/describe-in-english.ts';
import { readArguments } from './command-line/read-arguments.ts';
import { startFolder } from './command-line/start-folder.ts';
import { count } from './count.ts';
import { measureEvidence } from './knowledge-checks/check-evidence.ts';
import { checkPackFolder } from './knowledge-checks/check-pack.ts';
import { listSingleSourceEntities } from './knowledge-checks/list-single-source-entities.ts';
import { listUncomparedSources } from './knowledge-checks/list-uncompared-sources.ts';
import type { PackToCheck } from './knowledge-checks/pack-to-check.ts';
import { builtInPackFolder } from './pack-files/built-in-pack.ts';
import { readSourceTexts } from './pack-files/read-source-texts.ts';
import { listStaleSchemas } from './write-pack-schemas.ts';

async function main(): Promise<void> {
  const { values, positionals } = readArguments(
    { options: { sources: { type: 'string' } }, allowPositionals: true },
    'Usage: npm run knowledge:check -- [--sources DIR] [PACK]',
    1,
  );
  const packPath = path.resolve(startFolder(), positionals[0] ?? builtInPackFolder);
  const sources = values.sources === undefined ? undefined : path.resolve(startFolder(), values.sources);
  const texts = sources === undefined ? undefined : await readSourceTexts(sources);
  const {
    problems: packProblems,
    unread,
    checked,
  } = await checkPackFolder(packPath, texts, packPath === builtInPackFolder);
  const stale: DescribedProblem[] = (await listStaleSchemas()).map((file) => ({
    file: `schema/${file}`,
    path: '',
    reason: 'The published JSON Schema is out of date.',
    remedy: 'Run "npm run knowledge:schema".',
  }));
  const problems = [...packProblems, ...stale];
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  if (checked) printSummary(checked, sources);
  if (unread.length > 0) console.log('\nNot read:');
  for (const { name, reason } of unread) console.log(`  ${name}: ${reason}`);
  console.log(`\n${summarise(problems.length, checked)}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Words that were compared with nothing are not reported as correct. */
function summarise(problemCount: number, checked: PackToCheck | undefined): string {
  if (problemCount > 0)
    return `${count(problemCount, 'problem')}. The pack format is set out in docs/adding.md.`;
  const uncompared = checked ? listUncomparedSources(checked).flatMap(({ paths }) => paths).length : 0;
  if (uncompared === 0) return 'No problems found.';
  return `No problems found in what could be compared. ${count(uncompared, 'excerpt')} could not: the articles are not available.`;
}

/** @param sources the folder of the articles used for comparison; undefined if there was none */
function printSummary(checked: PackToCheck, sources: string | undefined): void {
  const { pack } = checked;
  console.log(`Pack "${pack.id}" ${pack.version}, as of ${pack.knownTo}.`);
  const types = new Map<string, number>();
  for (const { type } of pack.entities) types.set(type, (types.get(type) ?? 0) + 1);
  const byType = [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, number]) => `${number} ${type}`);
  console.log(`${count(pack.entities.length, 'entity', 'entities')} (${byType.join(', ')})`);
  const wordings = pack.statements.flatMap((statement) => statement.wordings).length;
  console.log(
    [
      count(pack.topics.length, 'topic'),
      count(pack.sources.length, 'source'),
      count(pack.claims.length, 'claim'),
      count(pack.events.length, 'event'),
    ].join(', '),
  );
  console.log(`${count(pack.statements.length, 'statement')} in ${count(wordings, 'wording')}`);

  const single = listSingleSourceEntities(pack);
  const main = single.filter(({ isMainStory }) => isMainStory);
  console.log(
    `\nCards with a single outlet: ${single.length}, in topics that are on by default: ${main.length}`,
  );
  for (const { id, outlet, isMainStory } of single)
    console.log(`  ${isMainStory ? '' : '(side story) '}${id}: reported only by ${outlet}`);

  const uncompared = listUncomparedSources(checked);
  if (uncompared.length > 0) console.log('\nCompared by length only, without the article:');
  for (const { source, paths } of uncompared) console.log(`  ${source}: ${count(paths.length, 'excerpt')}`);
  if (sources === undefined) {
    console.log('Use --sources DIR, with the articles as .txt files, to compare them exactly.');
    return;
  }
  console.log('\nEvidence outside quotations, of at most 15 % of each article:');
  for (const { source, evidenceLength, articleLength } of measureEvidence(checked)) {
    console.log(`  ${source}: ${((100 * evidenceLength) / articleLength).toFixed(1)} %`);
  }
}

await reportCliErrors(main);
