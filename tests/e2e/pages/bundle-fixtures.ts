import path from 'node:path';
import { compile, compileModule } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

/** Svelte's own compiler as a plugin, because its Vite plugin includes a development server. */
const svelte: Plugin = {
  name: 'svelte',
  transform(code, id) {
    if (id.endsWith('.svelte')) return compile(code, { filename: id, generate: 'client', dev: false }).js;
    if (id.endsWith('.svelte.js')) return compileModule(code, { filename: id, generate: 'client' }).js;
    return undefined;
  },
};

/**
 * Bundles test pages' scripts in development mode (in which frameworks warn) into a new folder and returns it: one
 * classic script for each entry, with the entry's name.
 */
export async function bundleFixtures(folder: string, entries: readonly string[]): Promise<string> {
  const outDir = makeTemporaryFolder('fixtures');
  for (const entry of entries) {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [svelte],
      define: {
        'process.env.NODE_ENV': '"development"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
      },
      build: {
        outDir,
        emptyOutDir: false,
        minify: false,
        lib: {
          entry: path.join(folder, `${entry}.js`),
          formats: ['iife'],
          name: 'fixture',
          fileName: () => `${entry}.js`,
        },
      },
    });
  }
  return outDir;
}
