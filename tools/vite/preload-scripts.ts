import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * Preloads in each page's head all the scripts that the page begins with, so that the browser fetches them at once:
 * static imports, and dynamic ones. Vite preloads only the former, and fetches the latter when the first script has
 * loaded and run; this replaces Vite's own preloading (`modulePreload: false`).
 */
export function preloadScripts(): Plugin {
  return {
    name: 'sidelight:preload-scripts',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        if (bundle === undefined || chunk === undefined) return [];
        return listScripts(bundle, chunk).map(toTag);
      },
    },
  };
}

/** In the order in which they are needed. Dynamic imports of a dynamically imported script may never be needed. */
function listScripts(bundle: Rolldown.OutputBundle, page: Rolldown.OutputChunk): string[] {
  const found = new Set<string>();
  const collect = (name: string) => {
    const file = bundle[name];
    if (file === undefined || found.has(name)) return;
    // A script of texts alone is an asset, and imports nothing.
    if (file.type === 'chunk') file.imports.forEach(collect);
    found.add(name);
  };
  page.imports.forEach(collect);
  page.dynamicImports.forEach(collect);
  found.delete(page.fileName);
  return [...found];
}

function toTag(fileName: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
    injectTo: 'head',
  };
}
