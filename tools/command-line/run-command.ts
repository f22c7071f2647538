import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../..');

/** Runs a command of a package (`vite`, `biome`) or of the system, showing its output; true if it succeeded. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: 'inherit',
    env: withPackageCommands(environment),
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command} did not start: ${error.message}`);
  return status === 0;
}

/** Runs a command and returns its output, whether it succeeded or not. */
export function readCommand(
  command: string,
  args: readonly string[],
): { output: string; isSuccess: boolean } {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd: projectRoot,
    encoding: 'utf8',
    env: withPackageCommands({}),
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    output: status === 0 ? stdout : `${stdout}${stderr}${error?.message ?? ''}`,
    isSuccess: status === 0,
  };
}

/** Like `npx`, without its start-up time: commands of packages come first on the search path. */
function withPackageCommands(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folder = join(projectRoot, 'node_modules/.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...process.env, ...environment, PATH: `${folder}${separator}${process.env.PATH ?? ''}` };
}
