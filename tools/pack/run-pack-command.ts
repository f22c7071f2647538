import path from 'node:path';
import type { DraftedPack } from '../../src/stories/drafts/drafted-pack.ts';
import { CliError } from '../command-line/cli-error.ts';
import { quoteArgument } from '../command-line/quote-argument.ts';
import { readArguments } from '../command-line/read-arguments.ts';
import { count } from '../count.ts';
import { buildPack } from './build-pack.ts';
import { checkOwnPack } from './check-own-pack.ts';
import { draftPackFolder } from './draft-pack-folder.ts';
import { type FixedNumber, fixNumbers } from './fix-numbers.ts';
import { initPack } from './init-pack.ts';
import { printReport } from './print-report.ts';
import { type RemovedId, removeLostEntities } from './remove-lost-entities.ts';

const usage = `Write one of:
  npm run pack -- init FOLDER                            a small example pack to start from
  npm run pack -- init --empty FOLDER                    a pack without entries
  npm run pack -- draft ARTICLES -o FOLDER               what a folder of articles quotes and names, as a pack to finish
  npm run pack -- check FOLDER                           what is wrong, where, why, and what to do
  npm run pack -- check --fix FOLDER                     the same, once what the tool knows is written
  npm run pack -- build FOLDER -o NAME.sidelight.json    one file, to be imported in Sidelight's options
With --without-articles, check and build accept quotations whose article is not in the folder.`;

/**
 * Creates, drafts, checks or builds the user's own pack and reports on the console; `process.exitCode` is 1 if a
 * check found a problem.
 * @param args the arguments after the command's name; their paths are relative to `startFolder`, also in the output
 * @throws CliError if the arguments are invalid, or a file is in the way
 */
export async function runPackCommand(args: readonly string[], startFolder: string): Promise<void> {
  const { command, folder, output, isEmpty, isToFix, isWithoutArticles } = readRequest(args, startFolder);
  const shown = (absolute: string) => path.relative(startFolder, absolute) || '.';
  if (command === 'init') {
    await initPack(folder, isEmpty);
    console.log(
      `Wrote an ${isEmpty ? 'empty' : 'example'} pack to ${shown(folder)}. Now: npm run pack -- check ${quoteArgument(shown(folder))}`,
    );
  } else if (command === 'check') {
    if (isToFix) {
      const removed = await removeLostEntities(folder);
      for (const line of describeFixed(removed, await fixNumbers(folder))) console.log(line);
    }
    const report = await checkOwnPack(folder, { isWithoutArticles });
    printReport(report);
    if (report.problems.length + report.unwritten.length > 0) process.exitCode = 1;
  } else if (command === 'draft') {
    if (output === undefined) throw new CliError(`Where to? "draft" needs -o FOLDER.\n${usage}`);
    const { draft, unread, droppedAddresses } = await draftPackFolder(folder, output);
    for (const { name, reason } of unread) console.log(`Not read: ${name}: ${reason}`);
    for (const { source, address } of droppedAddresses) {
      console.log(
        `sources.json: sources[${source}]: its address is left out: only https:// is accepted, not ${JSON.stringify(address)}`,
      );
    }
    console.log(describeDraft(draft));
    console.log(
      `Wrote a draft to ${shown(output)}. What is left for you to write: npm run pack -- check ${quoteArgument(shown(output))}`,
    );
  } else {
    const built = await buildPack(folder, output, { isWithoutArticles });
    console.log(
      `Wrote ${shown(built.file)}: ${count(built.entityCount, 'entity', 'entities')}, ${Math.ceil(built.byteCount / 1000)} kB.`,
    );
    console.log('Import it in Sidelight: options, under Packs: choose this file.');
  }
}

function describeDraft({ sources, statements, entities }: DraftedPack): string {
  const wordings = statements.flatMap((statement) => statement.wordings);
  const unnamed = statements.filter(({ speaker }) => speaker === null).length;
  return [
    `${count(sources.length, 'article')}: ${count(statements.length, 'statement')} in ${count(wordings.length, 'wording')}`,
    `${unnamed} of the statements without a speaker that is surely named`,
    `${count(entities.length, 'entity', 'entities')}.`,
  ].join(', ');
}

function describeFixed(removed: readonly RemovedId[], fixed: readonly FixedNumber[]): string[] {
  if (removed.length + fixed.length === 0) return ['Nothing was written.\n'];
  return [
    ...removed.map(
      ({ file, path: place, id }) => `Wrote ${file}: ${place}: removed "${id}", no entity of the pack`,
    ),
    ...fixed.map(({ file, path: place, values }) => {
      const told = Object.entries(values).map(([field, value]) => `${field} ${value}`);
      return `Wrote ${file}: ${place}: ${told.join(', ')}`;
    }),
    '',
  ];
}

const commands = ['init', 'draft', 'check', 'build'] as const;

interface Request {
  readonly command: (typeof commands)[number];
  readonly folder: string;
  readonly output: string | undefined;
  readonly isEmpty: boolean;
  readonly isToFix: boolean;
  readonly isWithoutArticles: boolean;
}

const options = {
  output: { type: 'string', short: 'o' },
  empty: { type: 'boolean' },
  fix: { type: 'boolean' },
  'without-articles': { type: 'boolean' },
} as const;

/** The commands that accept each option. */
const commandsOf: Readonly<Record<keyof typeof options, readonly string[]>> = {
  output: ['draft', 'build'],
  empty: ['init'],
  fix: ['check'],
  'without-articles': ['check', 'build'],
};

function readRequest(args: readonly string[], startFolder: string): Request {
  const { values, positionals } = readArguments({ args: [...args], options, allowPositionals: true }, usage);
  const [given, folder, ...rest] = positionals;
  if (given === undefined) throw new CliError(usage);
  const command = commands.find((one) => one === given);
  if (command === undefined) throw new CliError(`"${given}" is not a command.\n${usage}`);
  if (folder === undefined) throw new CliError(`Which folder? "${command}" needs one.\n${usage}`);
  const misplaced = Object.keys(values).find(
    (name) => !commandsOf[name as keyof typeof options].includes(command),
  );
  if (misplaced !== undefined) {
    throw new CliError(`"--${misplaced}" does not apply to "${command}".\n${usage}`);
  }
  if (rest.length > 0) {
    // npm takes options before the two dashes for itself, and passes on only their values.
    throw new CliError(
      `"${rest.join(' ')}" is not understood here. Options come after two dashes; put a path with spaces in quotation marks.\n${usage}`,
    );
  }
  return {
    command,
    folder: path.resolve(startFolder, folder),
    output: values.output && path.resolve(startFolder, values.output),
    isEmpty: values.empty === true,
    isToFix: values.fix === true,
    isWithoutArticles: values['without-articles'] === true,
  };
}
