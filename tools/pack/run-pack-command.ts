import path from 'node:path';
import { readArguments } from '../read-arguments.ts';
import { Refusal } from '../refusal.ts';
import { buildPack } from './build-pack.ts';
import { checkOwnPack } from './check-own-pack.ts';
import { initPack } from './init-pack.ts';
import { printReport } from './print-report.ts';

const usage = `Write one of:
  npm run pack -- init FOLDER                            a small example pack to start from
  npm run pack -- check FOLDER                           what is amiss, where, why, and what to do
  npm run pack -- build FOLDER -o NAME.sidelight.json    one file, to be imported in Sidelight's options`;

/**
 * Makes, checks or builds a pack of one's own, and tells of it on the console; `process.exitCode` is 1 where a check found a problem.
 * @param args as they stand after the command's name; paths in them are read, and told, from `startFolder`.
 * @throws Refusal where the arguments make no sense, or a file stands in the way.
 */
export async function runPackCommand(args: readonly string[], startFolder: string): Promise<void> {
  const { command, folder, output } = readRequest(args, startFolder);
  const shown = (absolute: string) => path.relative(startFolder, absolute) || '.';
  if (command === 'init') {
    await initPack(folder);
    console.log(`Wrote an example pack to ${shown(folder)}. Now: npm run pack -- check ${shown(folder)}`);
  } else if (command === 'check') {
    const report = await checkOwnPack(folder);
    printReport(report);
    if (report.problems.length > 0) process.exitCode = 1;
  } else {
    const built = await buildPack(folder, output);
    console.log(
      `Wrote ${shown(built.file)}: ${built.entityCount} ${built.entityCount === 1 ? 'entity' : 'entities'}, ${Math.ceil(built.byteCount / 1000)} kB.`,
    );
    console.log('Import it in Sidelight: options, under Packs: choose this file.');
  }
}

type Request =
  | { readonly command: 'init' | 'check'; readonly folder: string; readonly output: undefined }
  | { readonly command: 'build'; readonly folder: string; readonly output: string | undefined };

function readRequest(args: readonly string[], startFolder: string): Request {
  const options = { output: { type: 'string', short: 'o' } } as const;
  const { values, positionals } = readArguments({ args: [...args], options, allowPositionals: true }, usage);
  const [command, folder, ...rest] = positionals;
  if (command === undefined) throw new Refusal(usage);
  if (command !== 'init' && command !== 'check' && command !== 'build') {
    throw new Refusal(`"${command}" is no command.\n${usage}`);
  }
  if (folder === undefined) throw new Refusal(`Which folder? "${command}" needs one.\n${usage}`);
  if (rest.length > 0 || (values.output !== undefined && command !== 'build')) {
    // npm takes what stands before the two dashes for itself, and hands on the rest without its names.
    const extra = rest.join(' ') || `-o ${values.output}`;
    throw new Refusal(`"${extra}" has no meaning here. Options come after two dashes.\n${usage}`);
  }
  const resolved = path.resolve(startFolder, folder);
  if (command !== 'build') return { command, folder: resolved, output: undefined };
  return { command, folder: resolved, output: values.output && path.resolve(startFolder, values.output) };
}
