import { execFile } from 'node:child_process';
import path from 'node:path';
import { vi } from 'vitest';
import { reportCliErrors } from '../../../tools/command-line/cli-error.ts';

/** The output of a command, and its exit code. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const projectRoot = path.join(import.meta.dirname, '../../..');

/** A process takes a second or two to start; on a busy machine up to a minute. */
export const startTimeout = { timeout: 300_000 };

/**
 * Starts a command as a process of its own, without npm's start-up, in `folder` and with these variables besides the
 * test's own.
 */
export function startCommand(
  tool: string,
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<CommandOutcome> {
  const tsx = path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs');
  const command = [tsx, path.join(projectRoot, 'tools', tool), ...args];
  const options = { cwd: folder, env: { ...process.env, ...variables } };
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/**
 * Runs a command's function in this process: a process of its own takes a second, mostly for its start. Not for two
 * commands at once, because they would share console and exit code.
 * @throws every error of the command except CliError
 */
export async function runInProcess(command: () => Promise<void>): Promise<CommandOutcome> {
  const reported = { stdout: '', stderr: '' };
  const log = vi.spyOn(console, 'log').mockImplementation((line) => {
    reported.stdout += `${line}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((line) => {
    reported.stderr += `${line}\n`;
  });
  const codeBefore = process.exitCode;
  process.exitCode = 0;
  try {
    await reportCliErrors(command);
    return { code: Number(process.exitCode), ...reported };
  } finally {
    process.exitCode = codeBefore;
    log.mockRestore();
    error.mockRestore();
  }
}
