/** `npm run knowledge:format -- [PACK]`: writes every file of a pack in the canonical form. No value changes. */
import path from 'node:path';
import { reportCliErrors } from './command-line/cli-error.ts';
import { formatProblem } from './command-line/describe-in-english.ts';
import { readArguments } from './command-line/read-arguments.ts';
import { startFolder } from './command-line/start-folder.ts';
import { formatPack } from './knowledge-checks/format-pack.ts';
import { builtInPackFolder } from './pack-files/built-in-pack.ts';

async function main(): Promise<void> {
  const { positionals } = readArguments(
    { allowPositionals: true },
    'Usage: npm run knowledge:format -- [PACK]',
    1,
  );
  const { written, problems } = await formatPack(
    path.resolve(startFolder(), positionals[0] ?? builtInPackFolder),
  );
  for (const name of written) console.log(`Formatted ${name}.`);
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) process.exitCode = 1;
}

await reportCliErrors(main);
