import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../src/matching/names/names-of-pack.ts';
import { compareArticles } from '../../src/stories/compare-articles.ts';
import { entityOfSpelling } from '../../src/stories/names/entity-of-spelling.ts';
import { CliError } from '../command-line/cli-error.ts';
import { readArguments } from '../command-line/read-arguments.ts';
import { builtInPackFolder } from '../pack-files/built-in-pack.ts';
import { loadPack } from '../pack-files/load-pack.ts';
import type { ComparedFiles } from './compared-files.ts';
import { comparisonAsJson } from './comparison-as-json.ts';
import { describeComparison } from './describe-comparison.ts';
import { readArticleFile } from './read-article-file.ts';

const usage = 'Usage: npm run -s compare -- FILE... [--json]';
/** If the output is not a terminal. */
const usualWidth = 100;

/**
 * Prints what several articles quote and say, side by side.
 * @param args the command's arguments; paths are relative to `startFolder`, and printed as given
 * @throws CliError if the arguments are invalid, or a file cannot be compared: without it, "only here" would be untrue
 */
export async function runCompareCommand(args: readonly string[], startFolder: string): Promise<void> {
  const options = { json: { type: 'boolean' } } as const;
  const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options }, usage);
  if (positionals.length === 0) throw new CliError(`No file was given.\n${usage}`);
  const files = await readFiles(positionals, startFolder);
  const comparison = compareArticles(
    files.map(({ article }) => article),
    await readEntities(),
  );
  const compared = { files, comparison };
  if (values.json) console.log(JSON.stringify(comparisonAsJson(compared)));
  else console.log(describeComparison(compared, process.stdout.columns ?? usualWidth));
}

/** The entities of the built-in pack, by spelling. */
async function readEntities(): Promise<(spelling: string) => string | undefined> {
  const { pack } = await loadPack(builtInPackFolder);
  if (!pack) throw new Error('The built-in pack cannot be read; run npm run knowledge:check to see why.');
  const index = openNameIndex(compileNames(namesOfPack(pack)));
  return (spelling) => entityOfSpelling(spelling, index);
}

/** @throws CliError that lists every file that cannot be compared */
async function readFiles(names: readonly string[], startFolder: string): Promise<ComparedFiles['files']> {
  const files: ComparedFiles['files'][number][] = [];
  const refusals: string[] = [];
  const done = new Set<string>();
  for (const file of names) {
    const given = path.resolve(startFolder, file);
    const place = await realpath(given).catch(() => given);
    try {
      if (done.has(place)) {
        throw new CliError(`${file}: It is given twice.\n    What to do: Give each file once.`);
      }
      done.add(place);
      files.push({ file, article: await readArticleFile(given, file) });
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      refusals.push(error.message);
    }
  }
  if (refusals.length > 0) throw new CliError(refusals.join('\n'));
  return files;
}
