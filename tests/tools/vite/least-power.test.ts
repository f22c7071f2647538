import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { build, type Plugin } from 'vite';
import { describe, expect, test } from 'vitest';
import {
  removeInnerHtml,
  removeWebAccessible,
  withoutPreactInnerHtml,
  withoutReadabilityInnerHtml,
} from '../../../tools/vite/least-power.ts';

const preact = readFileSync(createRequire(import.meta.url).resolve('preact'), 'utf8');

test('takes every innerHTML out of the Preact that is installed', () => {
  expect(preact).toMatch(/innerHTML/);
  expect(withoutPreactInnerHtml(preact)).not.toMatch(/innerHTML/);
});

describe('Readability that is installed', () => {
  const source = readFileSync(
    createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
    'utf8',
  );
  const cleaned = withoutReadabilityInnerHtml(source);

  test('has no innerHTML left', () => {
    expect(source).toMatch(/innerHTML\s*=/);
    expect(cleaned).not.toMatch(/innerHTML/);
  });

  test.each([
    ['a long article', 12],
    // Too short at first: it is tried again from the saved page, with looser rules.
    ['a short one', 1],
  ])('reads %s as before', (_name, paragraphs) => {
    const module = { exports: {} as typeof Readability };
    new Function('module', cleaned)(module);
    const words = 'Police use the system in four cities, said the mayor, who was asked about it. ';
    const html = `<title>Faces</title><body><div class="sidebar comment"><p>${words}</p></div>
      <noscript><img src="a.png"></noscript><article class="comment">${`<p>${words.repeat(3)}</p>`.repeat(paragraphs)}
      <object>A film</object></article><footer><a href="/">Home</a></footer>`;
    const read = (Reader: typeof Readability) =>
      new Reader(new JSDOM(html, { url: 'https://example.org/' }).window.document, {
        charThreshold: 400,
      }).parse();
    const before = read(Readability);
    expect(before?.textContent).toContain('four cities');
    expect(read(module.exports)?.textContent).toBe(before?.textContent);
  });
});

test('leaves an innerHTML of our own alone, so that the build fails on it', async () => {
  const code = 'document.body.innerHTML = location.hash;';
  expect(withoutPreactInnerHtml(code)).toBe(code);
  await expect(bundle(code)).rejects.toThrow(/still holds innerHTML.*location/s);
});

test('lets a bundle with Preact pass', async () => {
  const code = "import { h, render } from 'preact'; render(h('p', null, 'text'), document.body);";
  expect(await bundle(code)).toContain('createElementNS');
});

test('leaves of web-accessible resources those that are meant', () => {
  const meant = [{ resources: ['src/entrypoints/card.html'] }];
  const plugin = removeWebAccessible(meant) as Plugin & { renderCrxManifest(manifest: object): object };
  const manifest = { name: 'a', web_accessible_resources: [{ resources: ['*'] }] };
  expect(plugin.renderCrxManifest(manifest)).toEqual({ name: 'a', web_accessible_resources: meant });
});

async function bundle(code: string): Promise<string> {
  const entry: Plugin = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
    load: (id) => (id === '\0entry' ? code : undefined),
  };
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [entry, removeInnerHtml()],
    build: { write: false, rollupOptions: { input: 'entry' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('\n');
}

test('nothing of ours listens to other extensions, or lets pages in', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const externalApi = /onMessageExternal|onConnectExternal|onUserScript|externally_connectable/;
  const open = [...files.map((file) => `src/${file}`), 'manifest.config.ts'].filter((file) =>
    externalApi.test(readFileSync(file, 'utf8')),
  );
  expect(open).toEqual([]);
});
