import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readCatalogues } from './check-texts.ts';

/**
 * Builds `src/i18n/catalogues.ts` with each key once, followed by its texts in all languages. With a catalogue for each
 * language every key occurs four times, too far apart for gzip: a fifth more in every page and in the card.
 * @param folder of the languages' folders
 */
export function interleaveTexts(folder: string): Plugin {
  return {
    name: 'sidelight:interleave-texts',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/src/i18n/catalogues.ts')) return null;
      const catalogues = readCatalogues(folder) as Record<string, Record<string, { message: string }>>;
      for (const language of Object.keys(catalogues))
        this.addWatchFile(join(folder, language, 'messages.json'));
      return { code: interleave(catalogues), moduleType: 'js' };
    },
  };
}

/** The module's code: exports `catalogues`, each created on first use. */
export function interleave(
  catalogues: Readonly<Record<string, Record<string, { message: string }>>>,
): string {
  const languages = Object.keys(catalogues);
  const keys = Object.keys(Object.values(catalogues)[0] ?? {});
  const texts = keys.map((key) => {
    const messages = languages.map((language) => catalogues[language]?.[key]?.message ?? '');
    return `${key}: ${JSON.stringify(messages)}`;
  });
  const getters = languages.map(
    (language, at) => `get ${language}() { return made[${at}] ??= select(${at}); }`,
  );
  // Read when they are needed: where Vite lists a page's scripts in its HTML, this one runs before the page's texts.
  return `const readTexts = () => ({${texts.join(',\n')}});
const made = [];
const select = (at) => Object.fromEntries(Object.entries(readTexts()).map(([key, messages]) => [key, { message: messages[at] }]));
export const catalogues = {${getters.join(', ')}};`;
}
