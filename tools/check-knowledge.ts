/**
 * `npm run knowledge:check -- [--sources DIR] [PACK]`: checks a pack and prints what is amiss, what stands on one
 * source only, and what there is. Ends with 1 where anything is amiss.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ToldProblem } from '../src/ui/tell-problem.ts';
import { builtInPackFolder } from './built-in-pack.ts';
import { checkPackFolder } from './check-pack.ts';
import { measureEvidence } from './knowledge-checks/check-evidence.ts';
import { listSingleSourceEntities } from './knowledge-checks/list-single-source-entities.ts';
import { type PackToCheck, textOf } from './knowledge-checks/pack-to-check.ts';
import { readArguments } from './read-arguments.ts';
import { readSourceTexts } from './read-source-texts.ts';
import { Refusal, tellRefusals } from './refusal.ts';
import { startFolder } from './start-folder.ts';
import { formatProblem } from './tell-in-english.ts';
import { listStaleSchemas } from './write-pack-schemas.ts';

async function main(): Promise<void> {
  const { values, positionals } = readArguments(
    { options: { sources: { type: 'string' } }, allowPositionals: true },
    'Usage: npm run knowledge:check -- [--sources DIR] [PACK]',
  );
  const packPath = path.resolve(startFolder(), positionals[0] ?? builtInPackFolder);
  const sources = values.sources === undefined ? undefined : path.resolve(startFolder(), values.sources);
  if (sources !== undefined && !existsSync(sources)) {
    throw new Refusal(
      `--sources ${sources}: There is no such folder. Give the folder with the articles' .txt files.`,
    );
  }
  const texts = sources === undefined ? undefined : await readSourceTexts(sources);
  const { problems: packProblems, checked } = await checkPackFolder(packPath, texts);
  const stale: ToldProblem[] = (await listStaleSchemas()).map((file) => ({
    file: `schema/${file}`,
    path: '',
    reason: 'The published JSON Schema is not what the schema in TypeScript says now.',
    remedy: 'Run "npm run knowledge:schema".',
  }));
  const problems = [...packProblems, ...stale];
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  if (checked) printSummary(checked, sources);
  console.log(
    problems.length === 0
      ? 'Nothing amiss.'
      : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. The pack format is set out in docs/adding.md.`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

/** @param sources the folder of the articles that were compared; undefined where none were at hand */
function printSummary(checked: PackToCheck, sources: string | undefined): void {
  const { pack } = checked;
  console.log(`Pack "${pack.id}" ${pack.version}, known to ${pack.knownTo}.`);
  const types = new Map<string, number>();
  for (const { type } of pack.entities) types.set(type, (types.get(type) ?? 0) + 1);
  const byType = [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${count} ${type}`);
  console.log(`${pack.entities.length} entities (${byType.join(', ')})`);
  const wordings = pack.statements.flatMap((statement) => statement.wordings).length;
  console.log(
    `${pack.topics.length} topics, ${pack.sources.length} sources, ${pack.claims.length} claims, ${pack.events.length} events`,
  );
  console.log(`${pack.statements.length} statements in ${wordings} wordings`);

  const single = listSingleSourceEntities(pack);
  const main = single.filter(({ isMainStory }) => isMainStory);
  console.log(
    `\n${single.length} cards stand on one outlet only, ${main.length} of them in topics that are on at first:`,
  );
  for (const { id, outlet, isMainStory } of single)
    console.log(`  ${isMainStory ? '' : '(side story) '}${id}: reported only by ${outlet}`);

  if (sources === undefined) {
    console.log(
      '\nThe articles were not at hand: excerpts were checked by length only. Give --sources DIR to compare them to the letter.',
    );
    return;
  }
  console.log('\nEvidence outside quotations, of at most 15 % of each article:');
  for (const { source, evidenceLength, articleLength } of measureEvidence(checked)) {
    console.log(`  ${source}: ${((100 * evidenceLength) / articleLength).toFixed(1)} %`);
  }
  const missing = pack.sources.filter(
    ({ id, textSha256 }) => textSha256 && textOf(checked, id) === undefined,
  );
  for (const { id } of missing) console.log(`  ${id}: its text is not in ${sources}`);
}

await tellRefusals(main);
