import path from 'node:path';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { refOf } from '../../src/knowledge/qualify-pack.ts';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../src/matching/names/names-of-pack.ts';
import { compileStatements } from '../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../src/matching/quotations/match-quotes.ts';
import { openStatementIndex } from '../../src/matching/quotations/statement-index.ts';
import { CliError } from '../command-line/cli-error.ts';
import { formatProblem } from '../command-line/describe-in-english.ts';
import { readArguments } from '../command-line/read-arguments.ts';
import { count } from '../count.ts';
import { builtInPackFolder } from '../pack-files/built-in-pack.ts';
import { loadPack } from '../pack-files/load-pack.ts';
import { type Finding, type FoundOnPage, findOnPage } from './find-on-page.ts';
import { readPage } from './read-page.ts';

const usage = 'Usage: npm run -s mentions -- FILE... [--topics a,b] [--pack FILE] [--json]';

interface Request {
  readonly files: readonly string[];
  readonly topics: readonly string[] | null;
  readonly packPath: string;
  readonly isJson: boolean;
}

function readRequest(args: readonly string[]): Request {
  const options = {
    topics: { type: 'string' },
    pack: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options }, usage);
  if (positionals.length === 0) throw new CliError(`No file was given.\n${usage}`);
  return {
    files: positionals,
    topics: values.topics?.split(',').map((topic) => topic.trim()) ?? null,
    packPath: values.pack ?? builtInPackFolder,
    isJson: values.json === true,
  };
}

async function readPack(packPath: string, startFolder: string): Promise<Pack> {
  const { pack, problems } = await loadPack(path.resolve(startFolder, packPath));
  if (pack) return pack;
  throw new CliError(
    [`The pack ${packPath} cannot be used.`, ...problems.map((problem) => formatProblem(problem))].join('\n'),
  );
}

function prepareFinding(pack: Pack, topics: readonly string[] | null): Finding {
  const known = pack.topics.map(({ id }) => id);
  const unknown = topics?.find((topic) => !known.includes(topic));
  if (unknown !== undefined) {
    throw new CliError(
      `--topics: The pack "${pack.id}" has no topic "${unknown}".\n    What to do: Choose among ${known.join(', ')}.`,
    );
  }
  const on = topics ?? pack.topics.filter(({ onByDefault }) => onByDefault).map(({ id }) => id);
  const statements = openStatementIndex(compileStatements(statementsOfPack(pack)));
  return {
    index: openNameIndex(compileNames(namesOfPack(pack))),
    matchQuotes: (text) => matchQuotes(text, statements),
    topicsOn: new Set(on.map((id) => refOf(pack.id, id))),
    topicsListed: topics && new Set(topics.map((id) => refOf(pack.id, id))),
  };
}

function describeFindings(file: string, { mentions, traces }: FoundOnPage): string {
  const shownCount = mentions.filter(({ shown }) => shown).length;
  return [
    `${file}: ${count(mentions.length, 'mention')}, ${shownCount} shown, ${count(traces.length, 'trace')}`,
    ...mentions.map(
      ({ entity, text, block, start, shown }) =>
        `  ${shown ? '*' : ' '} ${entity}  "${text.replace(/\s+/g, ' ')}"  block ${block}, from ${start}`,
    ),
    ...traces.map(
      ({ statement, kind, block, start }) => `  " ${statement}  ${kind}  block ${block}, from ${start}`,
    ),
  ].join('\n');
}

/**
 * Prints what a pack finds on pages, one file after the other; `process.exitCode` is 1 if one of them cannot be read.
 * @param args the command's arguments; paths are relative to `startFolder`, and printed as given
 * @throws CliError if the arguments are invalid, or the pack cannot be used
 */
export async function runMentionsCommand(args: readonly string[], startFolder: string): Promise<void> {
  const { files, topics, packPath, isJson } = readRequest(args);
  const finding = prepareFinding(await readPack(packPath, startFolder), topics);
  const done = new Set<string>();
  for (const file of files) {
    const place = path.resolve(startFolder, file);
    try {
      if (done.has(place)) {
        throw new CliError(
          `${file}: It is given twice; it was read once.\n    What to do: Give each file once.`,
        );
      }
      done.add(place);
      const found = findOnPage(await readPage(place, file), finding);
      console.log(isJson ? JSON.stringify({ file, ...found }) : describeFindings(file, found));
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      // The other files are still worth reading; the exit code shows that one failed.
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
