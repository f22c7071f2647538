import { randomBytes } from 'node:crypto';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { limitPageSize, type PageLimit } from '../../../tools/vite/limit-page-size.ts';

/** Builds a page whose script imports another, beside a worker; each contains this many incompressible characters. */
async function buildPage(
  size: number,
  page = 'page.js',
  workers = ['counting-worker'],
  maxBytes = 20_000,
): Promise<unknown> {
  const modules = {
    '/page.js': `import { other } from '/other.js'; console.log(other, ${noise(size)});`,
    '/other.js': `export const other = ${noise(size)};`,
  };
  return buildModules(modules, { page, workers, maxBytes });
}

/** Builds a page that imports 4,000 such characters dynamically. */
function buildLater(limit: PageLimit): Promise<unknown> {
  const modules = {
    '/page.js': `void import('/other.js').then(console.log);`,
    '/other.js': `export const other = ${noise(4_000)};`,
  };
  return buildModules(modules, limit);
}

function noise(size: number): string {
  return JSON.stringify(randomBytes(size / 2).toString('base64'));
}

function buildModules(
  modules: Readonly<Record<string, string>>,
  limit: PageLimit,
  input = '/page.js',
): Promise<unknown> {
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
    root: '/',
    publicDir: false,
    logLevel: 'silent',
    plugins: [virtual, limitPageSize(limit)],
    build: { write: false, rollupOptions: { input } },
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

test('what a page imports while it runs counts, unless only what comes first is limited', async () => {
  const later = (isFirstOnly: boolean) => buildLater({ page: 'page.js', isFirstOnly, maxBytes: 1_000 });
  await expect(later(true)).resolves.toBeDefined();
  await expect(later(false)).rejects.toThrow(/page\.js loads \d+ bytes/);
});

test('a page that is HTML is held to what it loads, and not to its own few lines', async () => {
  const modules = {
    '/page.html': '<script type="module" src="/page.js"></script>',
    '/page.js': `console.log(${noise(4_000)});`,
  };
  const build = (maxBytes: number) => buildModules(modules, { page: 'page.html', maxBytes }, '/page.html');
  await expect(build(20_000)).resolves.toBeDefined();
  await expect(build(1_000)).rejects.toThrow(/page\.html loads \d+ bytes/);
});

test('the style sheets that a page links count', async () => {
  const modules = {
    '/page.html': '<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>',
    '/page.js': 'console.log(1);',
    '/page.css': `p { content: ${noise(4_000)} }`,
  };
  const build = (maxBytes: number) => buildModules(modules, { page: 'page.html', maxBytes }, '/page.html');
  await expect(build(20_000)).resolves.toBeDefined();
  await expect(build(1_000)).rejects.toThrow(/page\.html loads \d+ bytes.*\.css/s);
});

test('a script that stands alone is held to its own size', async () => {
  // The worker of the other cases: 15 bytes of code.
  const script = 'assets/counting-worker.js';
  await expect(buildPage(40_000, script, [])).resolves.toBeDefined();
  await expect(buildPage(4_000, script, [], 10)).rejects.toThrow(/counting-worker\.js loads \d+ bytes/);
});

test('a page or a worker that the build does not have is reported', async () => {
  await expect(buildPage(4_000, 'gone.html')).rejects.toThrow(/no page gone\.html/);
  await expect(buildPage(4_000, 'page.js', ['gone-worker'])).rejects.toThrow(/no worker gone-worker/);
});
