import { projectRoot } from './run-command.ts';

/**
 * From where the paths in a command's arguments are read. npm runs its scripts in the project's folder and tells in a
 * variable where the caller stood; npx tells it, too, to whatever is started from there, which then stands somewhere by itself.
 */
export function startFolder(): string {
  const here = process.cwd();
  return here === projectRoot ? (process.env.INIT_CWD ?? here) : here;
}
