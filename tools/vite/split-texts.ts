import type { Plugin, Rolldown } from 'vite';
import { type CatalogueText, findTexts, isUsed, listWords } from './trim-texts.ts';

/** The chunk of `src/i18n/catalogues.ts`, as `codeSplitting` names it. */
const catalogueName = 'texts';
/** Where a page's texts are while its scripts run. No page of the web can reach it. */
const place = 'globalThis.sidelightTexts';

/**
 * Gives each page of the extension a script with the texts that its own code uses, in place of those of all pages:
 * two thirds of what the library loaded were texts of others. Entry points whose code shows no text get none. Must be
 * before the plugins that list what a page loads.
 */
export function splitTexts(): Plugin {
  return {
    name: 'sidelight:split-texts',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const catalogue = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.name === catalogueName,
        );
        if (catalogue?.type !== 'chunk') return;
        const whole = catalogue.code;
        const texts = findTexts(whole);
        const [first, last] = [texts[0], texts.at(-1)];
        if (first === undefined || last === undefined) return this.error('The catalogue has no texts.');
        // With the braces of the object.
        catalogue.code = `${whole.slice(0, first.start - 1)}${place}${whole.slice(last.end + 1)}`;
        for (const entry of listEntries(bundle, catalogue.fileName)) {
          const words = listWords(collectCode(bundle, entry));
          const own = texts.filter(({ key }) => isUsed(key, words));
          const fileName = `assets/texts-${entry.name.replace(/\.html$/, '')}.js`;
          this.emitFile({ type: 'asset', fileName, source: writeTexts(whole, own) });
          // First, so that it has run when anything asks for a text.
          entry.code = `import"/${fileName}";${entry.code}`;
          entry.imports.unshift(fileName);
        }
      },
    },
  };
}

function writeTexts(code: string, texts: readonly CatalogueText[]): string {
  return `${place}={${texts.map(({ start, end }) => code.slice(start, end).replace(/,\s*$/, '')).join(',')}};`;
}

/** The entry points, lazily loaded ones too, whose static imports lead to the catalogue. */
function listEntries(bundle: Rolldown.OutputBundle, catalogue: string): Rolldown.OutputChunk[] {
  return Object.values(bundle).flatMap((file) => {
    if (file.type !== 'chunk' || !(file.isEntry || file.isDynamicEntry)) return [];
    const isEntryPoint = /\/src\/entrypoints\/[^/]+$/.test(file.facadeModuleId ?? '');
    return isEntryPoint && listReached(bundle, file, false).has(catalogue) ? [file] : [];
  });
}

function collectCode(bundle: Rolldown.OutputBundle, entry: Rolldown.OutputChunk): string {
  const files = [...listReached(bundle, entry, true)].map((name) => bundle[name]);
  return files.map((file) => (file?.type === 'chunk' ? file.code : '')).join('\n');
}

/** Names of the files that a script imports, its own among them. @param isLater also what it imports while it runs */
function listReached(
  bundle: Rolldown.OutputBundle,
  entry: Rolldown.OutputChunk,
  isLater: boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [entry.fileName];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = bundle[name];
    if (file?.type !== 'chunk' || found.has(name)) continue;
    found.add(name);
    waiting.push(...file.imports, ...(isLater ? file.dynamicImports : []));
  }
  return found;
}
