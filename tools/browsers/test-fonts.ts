/**
 * The fonts that tests are laid out in: packages of the project, so that no result depends on what a machine has installed. Linux only,
 * where machines differ: macOS and Windows bring the same fonts everywhere and read no such file.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../command-line/run-command.ts';

/** DejaVu, a fifth wider than most: what a Debian without further fonts has; and the widths of Arial and Times New Roman. */
export type FontWidth = 'wide' | 'narrow';

/** Variables of the environment with which a browser finds these fonts and no others. */
export function fontEnvironment(width: FontWidth): Record<string, string> {
  return { FONTCONFIG_FILE: join(projectRoot, 'tests/fonts', `${width}.conf`) };
}

/** Firefox lets the processes of its pages read fonts in the system's folders alone (docs/browser-bugs.md). */
export function fontPreferences(): Record<string, string> {
  return {
    'security.sandbox.content.read_path_whitelist': `${realpathSync(join(projectRoot, 'node_modules'))}/`,
  };
}
