import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './command-line/cli-error.ts';
import { projectRoot } from './command-line/run-command.ts';

/** For saved pages: no scripts, no network; inline styles, images and fonts stay, because layout is compared. */
export const quietPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** The real pages beside the project if available, or else the project's own fixtures. */
export function defaultPagesFolder(): string {
  const real = join(projectRoot, '../shared/pages');
  return existsSync(real) ? real : join(projectRoot, 'tests/fixtures/pages');
}

/**
 * The names of all saved pages under `folder`, in a fixed order.
 * @throws CliError if the folder does not exist or contains none
 */
export function listSavedPages(folder: string): string[] {
  if (!existsSync(folder))
    throw new CliError(`${folder}: There is no such folder. Give one with saved pages (.html).`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:html?|xhtml)$/.test(name))
    .sort();
  if (names.length === 0) throw new CliError(`${folder}: There are no saved pages (.html) in it.`);
  return names;
}

/** A saved page's text, without its automatic redirect: it would navigate away before it can be examined. */
export function readSavedPage(file: string): string {
  return readFileSync(file, 'utf8').replace(/<meta[^>]+http-equiv=["']?refresh[^>]*>/gi, '');
}
