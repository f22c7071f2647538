import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Copies files that nothing imports: the manifest's texts, which must be in `_locales` at the top of the extension, and
 * the style sheet that Firefox's background inserts by name.
 */
export function copyAssets(projectRoot: string, files: readonly string[]): Plugin {
  const locales = join(projectRoot, 'assets/_locales');
  return {
    name: 'sidelight:assets',
    generateBundle() {
      for (const locale of readdirSync(locales)) {
        const messages = join(locales, locale, 'messages.json');
        if (!existsSync(messages)) continue;
        this.addWatchFile(messages);
        this.emitFile({
          type: 'asset',
          fileName: `_locales/${locale}/messages.json`,
          source: readFileSync(messages),
        });
      }
      for (const file of files) {
        this.addWatchFile(join(projectRoot, file));
        this.emitFile({ type: 'asset', fileName: file, source: readFileSync(join(projectRoot, file)) });
      }
    },
  };
}
