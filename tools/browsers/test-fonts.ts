/**
 * The fonts for layout in tests: npm packages, so that no result depends on the fonts of a machine. Linux only, where
 * machines differ: macOS and Windows have the same fonts everywhere and ignore such a file.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../command-line/run-command.ts';

/** DejaVu, a fifth wider than most: the only fonts of a plain Debian; and the widths of Arial and Times New Roman. */
export type FontWidth = 'wide' | 'narrow';

/** Environment variables with which a browser finds these fonts and no others. */
export function fontEnvironment(width: FontWidth): Record<string, string> {
  return { FONTCONFIG_FILE: join(projectRoot, 'tests/fonts', `${width}.conf`) };
}

/** Firefox lets content processes read fonts in system folders only (docs/browser-bugs.md). */
export function fontPreferences(): Record<string, string> {
  return {
    'security.sandbox.content.read_path_whitelist': `${realpathSync(join(projectRoot, 'node_modules'))}/`,
  };
}
