import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

export interface PageLimit {
  /** The page's HTML file, as named in the build's input, or a standalone script of the build. */
  readonly page: string;
  /** Names of workers that it starts, as prefixes of their file names. */
  readonly workers?: readonly string[];
  /** Whether only the scripts count that it loads before its code runs, and neither what these import while they run nor styles. */
  readonly isFirstOnly?: boolean;
  /** Whether a chunk does not count because of one of its modules: it is loaded for what few readers do. */
  isExcepted?(module: string): boolean;
  /** All the code that counts, scripts and style sheets, gzip, in bytes. */
  readonly maxBytes: number;
}

/**
 * Fails the build if a page loads more code than allowed, with each file's share. Must be the last plugin: it measures
 * the final output.
 */
export function limitPageSize({
  page,
  workers = [],
  isFirstOnly = false,
  isExcepted = () => false,
  maxBytes,
}: PageLimit): Plugin {
  return {
    name: 'sidelight:page-size',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = [
          ...filesOfPage(bundle, page, isFirstOnly, isExcepted),
          ...filesOfWorkers(bundle, workers),
        ];
        const sizes = files.map(({ name, code }) => ({ name, bytes: gzipSync(code).length }));
        const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
        if (bytes <= maxBytes) return;
        const shares = sizes
          .sort((a, b) => b.bytes - a.bytes)
          .map((size) => `  ${size.bytes} ${size.name}`)
          .join('\n');
        this.error(
          `${page} loads ${bytes} bytes of code (gzip), more than the ${maxBytes} it may:\n${shares}`,
        );
      },
    },
  };
}

interface CodeFile {
  readonly name: string;
  readonly code: string | Uint8Array;
}

/**
 * The page's own script and everything that it imports, or only its static imports. @throws Error if the build has no
 * such page
 */
function filesOfPage(
  bundle: Rolldown.OutputBundle,
  page: string,
  isFirstOnly: boolean,
  isExcepted: (module: string) => boolean,
): CodeFile[] {
  // crxjs builds a content script separately and adds it to this bundle whole.
  const alone = bundle[page];
  // A page's HTML is an asset, too, but only what it loads counts.
  if (alone?.type === 'asset' && !page.endsWith('.html')) return [{ name: page, code: alone.source }];
  const entry = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/${page}`),
  );
  if (entry === undefined) throw new Error(`The build has no page ${page}, whose size is limited.`);
  const found = new Map<string, CodeFile>();
  const waiting = [entry.fileName];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = bundle[name];
    if (file?.type === 'asset' && name.endsWith('.js')) found.set(name, { name, code: file.source });
    if (file?.type !== 'chunk' || found.has(name)) continue;
    if (name !== entry.fileName && file.moduleIds.some(isExcepted)) continue;
    found.set(name, { name, code: file.code });
    for (const style of isFirstOnly ? [] : (file.viteMetadata?.importedCss ?? [])) {
      const sheet = bundle[style];
      if (sheet?.type === 'asset') found.set(style, { name: style, code: sheet.source });
    }
    waiting.push(...file.imports, ...(isFirstOnly ? [] : file.dynamicImports));
  }
  return [...found.values()];
}

function filesOfWorkers(bundle: Rolldown.OutputBundle, workers: readonly string[]): CodeFile[] {
  return workers.flatMap((worker) => {
    const files = Object.values(bundle).filter(
      ({ fileName }) => /\.js$/.test(fileName) && fileName.split('/').at(-1)?.startsWith(worker),
    );
    if (files.length === 0) throw new Error(`The build has no worker ${worker}, whose size is limited.`);
    return files.map((file) => ({
      name: file.fileName,
      code: file.type === 'chunk' ? file.code : file.source,
    }));
  });
}
