import { randomBytes } from 'node:crypto';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { limitPageSize } from '../../tools/vite/limit-page-size.ts';

/** Builds a page whose script imports another, beside a worker; each holds so many characters that no compression makes fewer. */
async function buildPage(
  size: number,
  page = 'page.js',
  workers = ['counting-worker'],
  mostBytes = 20_000,
): Promise<unknown> {
  const noise = () => JSON.stringify(randomBytes(size / 2).toString('base64'));
  const modules: Record<string, string> = {
    '/page.js': `import { other } from '/other.js'; console.log(other, ${noise()});`,
    '/other.js': `export const other = ${noise()};`,
  };
  const virtual: Plugin = {
    name: 'virtual',
    resolveId: (id) => (id in modules ? id : undefined),
    load: (id) => modules[id],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/counting-worker.js', source: 'postMessage(1);' });
    },
  };
  return build({
    configFile: false,
    logLevel: 'silent',
    plugins: [virtual, limitPageSize({ page, workers, mostBytes })],
    build: { write: false, rollupOptions: { input: '/page.js' } },
  });
}

test('a page that loads no more than it may is built', async () => {
  await expect(buildPage(4_000)).resolves.toBeDefined();
});

test('a page that loads more is refused, with the share of each file', async () => {
  await expect(buildPage(40_000)).rejects.toThrow(
    /page\.js loads \d+ bytes of code.*more than the 20000.*\d+ assets\/counting-worker\.js/s,
  );
});

test('a script that stands alone is held to its own size', async () => {
  // The worker of the other cases: 15 bytes of code.
  const script = 'assets/counting-worker.js';
  await expect(buildPage(40_000, script, [])).resolves.toBeDefined();
  await expect(buildPage(4_000, script, [], 10)).rejects.toThrow(/counting-worker\.js loads \d+ bytes/);
});

test('a page or a worker that the build does not have is told', async () => {
  await expect(buildPage(4_000, 'gone.html')).rejects.toThrow(/no page gone\.html/);
  await expect(buildPage(4_000, 'page.js', ['gone-worker'])).rejects.toThrow(/no worker gone-worker/);
});
