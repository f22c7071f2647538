import { build, type Plugin, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { splitTexts } from '../../../tools/vite/split-texts.ts';

const modules: Readonly<Record<string, string>> = {
  '/x/src/i18n/catalogues.ts': `
    const texts = { extensionName: ['Sidelight'], all: ['for all'], one: ['for one'],
      later: ['for later'], many_one: ['{count} thing'], many_other: ['{count} things'], nobody: ['unused'] };
    export const catalogues = (key) => texts[key][0];`,
  '/x/src/text.ts': `import { catalogues } from '/x/src/i18n/catalogues.ts'; export const text = (key) => catalogues(key);`,
  '/x/src/part.ts': `import { text } from '/x/src/text.ts'; export const part = () => text('later');`,
  '/x/src/entrypoints/one.ts': `import { text } from '/x/src/text.ts'; console.log(text('all'), text('one'));`,
  '/x/src/entrypoints/two.ts': `void import('/x/src/entrypoints/start-two.ts');`,
  '/x/src/entrypoints/start-two.ts': `import { text } from '/x/src/text.ts';
    console.log(text('all'), ['many'].map(text)); void import('/x/src/part.ts').then(({ part }) => part());`,
  '/x/src/entrypoints/three.ts': `console.log('nobody');`,
};

async function buildEntries() {
  const virtual: Plugin = {
    name: 'virtual',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? id : undefined),
    load: (id) => modules[id],
  };
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [virtual, splitTexts()],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: {
        input: ['one', 'two', 'three'].map((name) => `/x/src/entrypoints/${name}.ts`),
        output: {
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          codeSplitting: { groups: [{ name: 'texts', test: /catalogues/ }] },
        },
      },
    },
  });
  const { output: files } = output as Rolldown.RolldownOutput;
  return new Map(
    files.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  );
}

const keysOf = (script = '') => [...script.matchAll(/(\w+):\s*\[/g)].map(([, key]) => key);

test('each page gets the texts that its own code uses, with what it loads later', async () => {
  const files = await buildEntries();
  expect(keysOf(files.get('assets/texts-one.js'))).toEqual(['all', 'one']);
  expect(keysOf(files.get('assets/texts-start-two.js'))).toEqual(['all', 'later', 'many_one', 'many_other']);
  expect(keysOf(files.get('assets/texts.js'))).toEqual([]);
});

test('the texts are there before the page’s own code runs; a page without texts gets none', async () => {
  const files = await buildEntries();
  expect(files.get('assets/one.js')).toMatch(/^import"\/assets\/texts-one\.js";/);
  expect(files.get('assets/start-two.js')).toMatch(/^import"\/assets\/texts-start-two\.js";/);
  expect(files.get('assets/two.js')).not.toContain('texts-');
  expect([...files.keys()].filter((name) => name.includes('three'))).toEqual(['assets/three.js']);
  // The catalogue's own code, with the texts of one page.
  const code = `${files.get('assets/texts-one.js')}\n${files.get('assets/texts.js')}`;
  const catalogue = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  const [read] = Object.values(catalogue) as ((key: string) => string)[];
  expect(read?.('one')).toBe('for one');
});
