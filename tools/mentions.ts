/**
 * `npm run -s mentions -- FILE... [--topics a,b] [--pack FILE] [--json]`: what a pack finds on pages, by the very
 * matching of the extension. Each file (.html or .txt) is one page; `docs/adding.md` shows how editors use it.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Pack } from '../src/knowledge/pack-schema.ts';
import { refOf } from '../src/knowledge/qualify-pack.ts';
import { compileNames } from '../src/matching/compile-names.ts';
import { compileStatements } from '../src/matching/compile-statements.ts';
import { findTraces } from '../src/matching/find-traces.ts';
import { openNameIndex } from '../src/matching/name-index.ts';
import { namesOfPack } from '../src/matching/names-of-pack.ts';
import { openStatementIndex } from '../src/matching/statement-index.ts';
import { statementsOfPack } from '../src/matching/traceable-statement.ts';
import { loadPack } from './load-pack.ts';
import { type Finding, type FoundOnPage, findOnPage } from './mentions/find-on-page.ts';
import { readPage } from './mentions/read-page.ts';
import { Refusal, tellRefusals } from './refusal.ts';
import { formatProblem } from './tell-in-english.ts';

const usage = 'Usage: npm run -s mentions -- FILE... [--topics a,b] [--pack FILE] [--json]';
const builtInPack = path.join(import.meta.dirname, '../assets/knowledge/facial-recognition');

interface Request {
  readonly files: readonly string[];
  readonly topics: readonly string[] | null;
  readonly packPath: string;
  readonly isJson: boolean;
}

function readRequest(): Request {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { topics: { type: 'string' }, pack: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (positionals.length === 0) throw new Error('No file was given.');
    return {
      files: positionals,
      topics: values.topics?.split(',').map((topic) => topic.trim()) ?? null,
      packPath: values.pack ?? builtInPack,
      isJson: values.json === true,
    };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

async function readPack(packPath: string): Promise<Pack> {
  const { pack, problems } = await loadPack(packPath);
  if (pack) return pack;
  throw new Refusal(
    [`The pack ${packPath} cannot be used.`, ...problems.map((problem) => formatProblem(problem))].join('\n'),
  );
}

function prepareFinding(pack: Pack, topics: readonly string[] | null): Finding {
  const known = pack.topics.map(({ id }) => id);
  const unknown = topics?.find((topic) => !known.includes(topic));
  if (unknown !== undefined) {
    throw new Refusal(
      `--topics: The pack "${pack.id}" has no topic "${unknown}".\n    What to do: Choose among ${known.join(', ')}.`,
    );
  }
  const on = topics ?? pack.topics.filter(({ onByDefault }) => onByDefault).map(({ id }) => id);
  const statements = openStatementIndex(compileStatements(statementsOfPack(pack)));
  return {
    index: openNameIndex(compileNames(namesOfPack(pack))),
    findTraces: (text) => findTraces(text, statements),
    topicsOn: new Set(on.map((id) => refOf(pack.id, id))),
    topicsListed: topics && new Set(topics.map((id) => refOf(pack.id, id))),
  };
}

function describe(file: string, { mentions, traces }: FoundOnPage): string {
  const shownCount = mentions.filter(({ shown }) => shown).length;
  return [
    `${file}: ${mentions.length} mentions, ${shownCount} shown, ${traces.length} traces`,
    ...mentions.map(
      ({ entity, text, block, start, shown }) =>
        `  ${shown ? '*' : ' '} ${entity}  "${text.replace(/\s+/g, ' ')}"  block ${block}, from ${start}`,
    ),
    ...traces.map(
      ({ statement, kind, block, start }) => `  " ${statement}  ${kind}  block ${block}, from ${start}`,
    ),
  ].join('\n');
}

async function main(): Promise<void> {
  const { files, topics, packPath, isJson } = readRequest();
  const finding = prepareFinding(await readPack(packPath), topics);
  for (const file of files) {
    try {
      const found = findOnPage(await readPage(file), finding);
      console.log(isJson ? JSON.stringify({ file, ...found }) : describe(file, found));
    } catch (error) {
      // The other files are still worth reading; the exit code tells that not all were.
      console.error(`${file}: It cannot be read. ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
}

// A reader such as `head` may close the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await tellRefusals(main);
