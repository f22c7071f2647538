import { build, type Plugin, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { preloadScripts } from '../../../tools/vite/preload-scripts.ts';

/** A page in two parts; the second part loads a third one on demand. */
const modules: Record<string, string> = {
  '/page.html':
    '<!doctype html><html><head></head><body><script type="module" src="/first.js"></script></body></html>',
  '/first.js': `import { asked } from '/both.js'; asked(1); import('/second.js').then(({ draw }) => draw());`,
  '/both.js': `export const asked = (call) => console.log('asked', call);`,
  '/second.js': `import { asked } from '/both.js'; import { paint } from '/paint.js';
    export const draw = () => { asked(2); paint(); document.onclick = () => import('/rare.js'); };`,
  '/paint.js': `export const paint = () => console.log('painted');`,
  '/rare.js': `console.log('rare');`,
};

async function buildPage(): Promise<string> {
  const virtual: Plugin = {
    name: 'virtual',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? id : undefined),
    load: (id) => modules[id],
  };
  const { output } = (await build({
    configFile: false,
    root: '/',
    logLevel: 'silent',
    plugins: [virtual, preloadScripts()],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: {
        input: '/page.html',
        output: {
          chunkFileNames: '[name].js',
          codeSplitting: {
            groups: [
              { name: 'both', test: /both/ },
              { name: 'paint', test: /paint/ },
            ],
          },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const page = output.find(({ fileName }) => fileName.endsWith('.html'));
  return page?.type === 'asset' ? String(page.source) : '';
}

test('a page names all scripts that it begins with, each once and before those that need it, and none that may never be needed', async () => {
  const names = [...(await buildPage()).matchAll(/<link rel="modulepreload"[^>]* href="\/([^"]+)">/g)].map(
    ([, name]) => name,
  );
  const own = names.filter((name) => /^(?:both|paint|second|rare|first)\.js$/.test(name ?? ''));
  expect(own).toEqual(['both.js', 'paint.js', 'second.js']);
});
