/**
 * `npm run pack -- init DIR`, `check DIR`, `build DIR -o FILE.sidelight.json`: makes, checks and builds a pack of one's own.
 * `docs/packs.md` is the guide that goes with it.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPack } from './pack/build-pack.ts';
import { checkOwnPack } from './pack/check-own-pack.ts';
import { initPack } from './pack/init-pack.ts';
import { printReport } from './pack/print-report.ts';
import { Refusal, tellRefusals } from './refusal.ts';

const usage = `Write one of:
  npm run pack -- init FOLDER                            a small example pack to start from
  npm run pack -- check FOLDER                           what is amiss, where, why, and what to do
  npm run pack -- build FOLDER -o NAME.sidelight.json    one file, to be imported in Sidelight's options`;

async function main(): Promise<void> {
  const { command, folder, output } = readRequest();
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

function readRequest(): Request {
  const { values, positionals } = readArguments();
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
  const resolved = resolvePath(folder);
  if (command !== 'build') return { command, folder: resolved, output: undefined };
  return { command, folder: resolved, output: values.output && resolvePath(values.output) };
}

function readArguments() {
  try {
    const options = { output: { type: 'string', short: 'o' } } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** npm runs its scripts in the project's folder, and tells where the author stood. */
function startFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

function resolvePath(given: string): string {
  return path.resolve(startFolder(), given);
}

function shown(absolute: string): string {
  return path.relative(startFolder(), absolute) || '.';
}

await tellRefusals(main);
