import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * Names in each page's head all the scripts that the page begins with, so that the browser fetches them at once: those that
 * its script imports, and those that it imports while it runs. Vite names the former only, and fetches the latter when the
 * first has come and run; with this its own naming is not needed (`modulePreload: false`).
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

/** In the order in which they are needed. What a script of the second half imports while it runs may never be needed. */
function listScripts(bundle: Rolldown.OutputBundle, page: Rolldown.OutputChunk): string[] {
  const found = new Set<string>();
  const collect = (name: string) => {
    const file = bundle[name];
    if (file?.type !== 'chunk' || found.has(name)) return;
    file.imports.forEach(collect);
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
