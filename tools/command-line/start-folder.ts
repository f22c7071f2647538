import { projectRoot } from './run-command.ts';

/**
 * The folder to which paths in a command's arguments are relative. npm runs its scripts in the project's folder and
 * stores the caller's folder in a variable. npx sets it, too, for commands that then change their own folder.
 */
export function startFolder(): string {
  const here = process.cwd();
  return here === projectRoot ? (process.env.INIT_CWD ?? here) : here;
}
