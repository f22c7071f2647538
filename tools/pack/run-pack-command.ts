import path from 'node:path';
import { CliError } from '../command-line/cli-error.ts';
import { quoteArgument } from '../command-line/quote-argument.ts';
import { readArguments } from '../command-line/read-arguments.ts';
import { count } from '../count.ts';
import { buildPack } from './build-pack.ts';
import { checkOwnPack } from './check-own-pack.ts';
import { initPack } from './init-pack.ts';
import { printReport } from './print-report.ts';

const usage = `Write one of:
  npm run pack -- init FOLDER                            a small example pack to start from
  npm run pack -- init --empty FOLDER                    a pack without entries
  npm run pack -- check FOLDER                           what is wrong, where, why, and what to do
  npm run pack -- build FOLDER -o NAME.sidelight.json    one file, to be imported in Sidelight's options
With --without-articles, check and build accept quotations whose article is not in the folder.`;

/**
 * Creates, checks or builds a pack of the user's own, and prints the result; `process.exitCode` is 1 if a check found a
 * problem.
 * @param args the command's arguments; paths are relative to `startFolder`, also when printed
 * @throws CliError if the arguments are invalid, or a file is in the way
 */
export async function runPackCommand(args: readonly string[], startFolder: string): Promise<void> {
  const { command, folder, output, isEmpty, isWithoutArticles } = readRequest(args, startFolder);
  const shown = (absolute: string) => path.relative(startFolder, absolute) || '.';
  if (command === 'init') {
    await initPack(folder, isEmpty);
    console.log(
      `Wrote an ${isEmpty ? 'empty' : 'example'} pack to ${shown(folder)}. Now: npm run pack -- check ${quoteArgument(shown(folder))}`,
    );
  } else if (command === 'check') {
    const report = await checkOwnPack(folder, { isWithoutArticles });
    printReport(report);
    if (report.problems.length > 0) process.exitCode = 1;
  } else {
    const built = await buildPack(folder, output, { isWithoutArticles });
    console.log(
      `Wrote ${shown(built.file)}: ${count(built.entityCount, 'entity', 'entities')}, ${Math.ceil(built.byteCount / 1000)} kB.`,
    );
    console.log('Import it in Sidelight: options, under Packs: choose this file.');
  }
}

interface Request {
  readonly command: 'init' | 'check' | 'build';
  readonly folder: string;
  readonly output: string | undefined;
  readonly isEmpty: boolean;
  readonly isWithoutArticles: boolean;
}

const options = {
  output: { type: 'string', short: 'o' },
  empty: { type: 'boolean' },
  'without-articles': { type: 'boolean' },
} as const;

/** The commands that accept each option. */
const commandsOf: Readonly<Record<keyof typeof options, readonly string[]>> = {
  output: ['build'],
  empty: ['init'],
  'without-articles': ['check', 'build'],
};

function readRequest(args: readonly string[], startFolder: string): Request {
  const { values, positionals } = readArguments({ args: [...args], options, allowPositionals: true }, usage);
  const [command, folder, ...rest] = positionals;
  if (command === undefined) throw new CliError(usage);
  if (command !== 'init' && command !== 'check' && command !== 'build') {
    throw new CliError(`"${command}" is not a command.\n${usage}`);
  }
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
    isWithoutArticles: values['without-articles'] === true,
  };
}
