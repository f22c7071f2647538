import { readCommand } from '../command-line/run-command.ts';

/**
 * What Mozilla's reviewers need to build the extension themselves: everything under version control, in its current
 * state.
 * @throws Error outside a Git repository
 */
export function listSourceFiles(): string[] {
  const { output, isSuccess } = readCommand('git', ['ls-files', '-z']);
  if (!isSuccess) throw new Error(`The source archive holds what Git knows, and Git says: ${output.trim()}`);
  return output.split('\0').filter((name) => name !== '');
}
