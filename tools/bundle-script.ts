import { build } from 'vite';

/** Bundles a module and its imports like a content script: one classic script, minified like a release. */
export async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      // Otherwise `light-dark()` is rewritten for browsers that need not show it, and no colour is left.
      cssTarget: ['chrome128', 'firefox144'],
      minify: true,
      lib: { entry, formats: ['iife'], name: 'script' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    return output.output[0].code;
  }
  throw new Error(`Bundling ${entry} gave no script.`);
}
