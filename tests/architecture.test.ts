/**
 * Conventions that no linter here can check; each check was made to fail once. Biome enforces imports
 * (`.biome-layers.json`).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const projectRoot = join(import.meta.dirname, '..');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(projectRoot, file)));
const scripts = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const sources = scripts.filter((file) => file.startsWith('src/'));
const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** `knowledge` for `src/knowledge/pack-schema.ts` and for all files in its sub-folders. */
const layerOf = (file: string): string | undefined => file.split('/')[1];

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('layers', () => {
  test('have a rule for each folder', () => {
    const ruled = [...read('.biome-layers.json').matchAll(/"(src\/[\w/-]+)\/\*"/g)].map(
      ([, folder]) => folder,
    );
    const folders = new Set(sources.map((file) => dirname(file)));
    expect([...folders].filter((folder) => !ruled.includes(folder))).toEqual([]);
  });

  test('import types by statements: of `import(…).Name` Biome sees nothing', () => {
    const imports = /\bimport\(\s*['"][^'"]+['"]\s*\)\s*\.\s*[A-Z]|\btypeof\s+import\(/;
    expect(sources.filter((file) => imports.test(withoutComments(read(file))))).toEqual([]);
  });

  test('use the extension API only where they are meant to', () => {
    const users = sources.filter(
      (file) =>
        ![
          ...['entrypoints', 'background', 'content', 'extension-pages'],
          ...['messaging', 'storage', 'browser-api'],
        ].includes(layerOf(file) ?? '') &&
        /\b(browser|chrome)\.[a-z]\w*\.\w/.test(withoutComments(read(file))),
    );
    // `chrome.dom`, the one exception: the only way into a closed shadow root that Chromium has.
    expect(users.filter((file) => !isClosedRootReader(file))).toEqual([]);
  });

  test('that use the extension API leave the page alone, except for whether a tab is visible', () => {
    const users = sources.filter(
      (file) =>
        ['messaging', 'storage', 'browser-api', 'extension-pages'].includes(layerOf(file) ?? '') &&
        /\b(document|window)\.(?!visibilityState|addEventListener)\w/.test(withoutComments(read(file))),
    );
    expect(users).toEqual([]);
  });
});

function isClosedRootReader(file: string): boolean {
  const uses = withoutComments(read(file)).match(/\b(browser|chrome)\.[a-z]\w*\.\w+/g) ?? [];
  return layerOf(file) === 'page' && uses.every((use) => use === 'chrome.dom.openOrClosedShadowRoot');
}

describe('entry points', () => {
  const entryPoints = sources.filter((file) => dirname(file) === 'src/entrypoints');

  test('are those that the manifest, a page or another entry point loads', () => {
    const known = [
      ...['background.ts', 'content.iife.ts', 'ask-always.iife.ts', 'page.iife.ts', 'mark-element.iife.ts'],
      ...['article.iife.ts', 'card.iife.ts', 'toolbar.tsx', 'panel.tsx', 'welcome.tsx'],
      ...['options.ts', 'start-options.tsx', 'library.ts', 'start-library.ts'],
      ...['pack-worker.ts', 'library-worker.ts', 'pdf-worker.ts'],
    ];
    expect(entryPoints.map((file) => basename(file)).sort()).toEqual([...known].sort());
  });

  test('are short, because they only wire', () => {
    expect(entryPoints.filter((file) => read(file).split('\n').length > 120)).toEqual([]);
  });
});

describe('documents', () => {
  const documents = files.filter((file) => /^(docs\/)?[\w-]+\.md$/.test(file) && file !== 'CHANGELOG.md');

  test('name files that exist', () => {
    const missing = documents.flatMap((document) =>
      [...read(document).matchAll(/`(?!x\.)([\w./-]+\.(?:tsx?|mjs|css))`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`)))
        .map((name) => `${document}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('link to files that exist', () => {
    const all = files.filter((file) => file.endsWith('.md'));
    const missing = all.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!https?:|#|…)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !existsSync(join(projectRoot, normalize(join(dirname(document), link)))))
        .map((link) => `${document}: ${link}`),
    );
    expect(missing).toEqual([]);
  });

  test('have decisions in one form', () => {
    const decisions = files.filter((file) => /^docs\/decisions\/\d/.test(file));
    const list = read('docs/decisions/README.md');
    const form =
      /^# (\d{3})\. [^\n]+\n\n\*\*Status:\*\* .+\n## Context\n.+\n## Decision\n.+\n## Alternatives considered\n.+\n## Consequences\n/s;
    expect(decisions.length).toBeGreaterThan(0);
    const misfits = decisions.filter((file) => {
      const number = form.exec(read(file))?.[1];
      return number !== basename(file).slice(0, 3) || !list.includes(`](${basename(file)})`);
    });
    expect(misfits).toEqual([]);
  });

  test('document every layer', () => {
    const architecture = read('docs/ARCHITECTURE.md');
    const layers = new Set(sources.map((file) => layerOf(file)));
    const folders = new Set(sources.map((file) => dirname(file).split('/').slice(2).join('/')));
    expect([...layers].filter((layer) => !architecture.includes(`\`${layer}/`))).toEqual([]);
    expect([...folders].filter((folder) => !architecture.includes(`${folder.split('/').at(-1)}/`))).toEqual(
      [],
    );
  });
});

describe('files', () => {
  const vagueNames = /^(utils?|helpers?|common|shared|misc|lib|core|index)$/;

  test('have names that say what they hold', () => {
    const vague = files.filter((file) =>
      file
        .split('/')
        .some((part) => vagueNames.test(part.slice(0, part.length - extname(part).length) || part)),
    );
    expect(vague).toEqual([]);
  });

  test('are in the places that README and CONTRIBUTING name', () => {
    const allowed = [
      ...['package.json', 'package-lock.json', 'manifest.config.ts', 'vite.config.ts', 'tsconfig.json'],
      ...[
        'src',
        'assets',
        'tests',
        'docs',
        'tools',
        'README.md',
        'LICENSE',
        'CONTRIBUTING.md',
        'CHANGELOG.md',
      ],
    ];
    const top = new Set(files.map((file) => file.split('/')[0] ?? file));
    expect([...top].filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });

  test('stay under 400 lines', () => {
    const long = scripts.filter((file) => read(file).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  test('of tests mirror a folder of src, a tool or the whole', () => {
    const strays = files.filter((file) => {
      if (!/\.test\.tsx?$/.test(file)) return false;
      const folder = dirname(file).replace(/^tests\/?/, '');
      const isElsewhere = ['', 'e2e', 'tools', 'assets'].includes(folder.split('/')[0] ?? '');
      return !isElsewhere && !existsSync(join(projectRoot, 'src', folder));
    });
    expect(strays).toEqual([]);
  });

  test('are at most 25 in a folder', () => {
    const counts = new Map<string, number>();
    for (const file of files) {
      if (!/^(src|tests|tools)\//.test(file) || file.startsWith('tests/fixtures/')) continue;
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
  });

  test('name no place of the machine they were written on', () => {
    // Split in two, so that this file does not contain it either.
    const homes = new RegExp(
      `(?<![\\w/.])(${['/wo', 'rk/|/ro', 'ot/|/ho', 'me/\\w|/tm', 'p/\\w'].join('')})`,
    );
    const naming = files.filter(
      (file) =>
        /\.(ts|tsx|mjs|json|md|html|css)$/.test(file) &&
        !file.startsWith('tests/fixtures/') &&
        file !== 'package-lock.json' &&
        homes.test(read(file)),
    );
    expect(naming).toEqual([]);
  });
});

describe('interface texts', () => {
  const keysOf = (file: string): string[] => Object.keys(JSON.parse(read(file)));
  const english = keysOf('assets/_locales/en/messages.json');

  test('named in the manifest exist', () => {
    const named = [...read('manifest.config.ts').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !english.includes(key ?? ''))).toEqual([]);
  });
});
