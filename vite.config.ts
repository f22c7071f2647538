import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { PluginOption } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import {
  cardPage,
  libraryPage,
  listWebAccessible,
  makeManifest,
  offIcons,
  optionsPage,
  panelPage,
  type TargetBrowser,
  welcomePage,
} from './manifest.config.ts';
import { findBrowser } from './tools/browsers/find-browser.ts';
import { type FontWidth, fontEnvironment } from './tools/browsers/test-fonts.ts';
import { builtInPackFolder } from './tools/pack-files/built-in-pack.ts';
import { defineBuiltInWords } from './tools/vite/built-in-words.ts';
import { checkPacks } from './tools/vite/check-packs.ts';
import { checkTexts } from './tools/vite/check-texts.ts';
import { makeLoadable } from './tools/vite/escape-noncharacters.ts';
import { interleaveTexts } from './tools/vite/interleave-texts.ts';
import { removeInnerHtml, removeWebAccessible } from './tools/vite/least-power.ts';
import { limitPageSize } from './tools/vite/limit-page-size.ts';
import { listLicences } from './tools/vite/list-licences.ts';
import { preloadScripts } from './tools/vite/preload-scripts.ts';
import { copyAssets } from './tools/vite/project-assets.ts';
import { splitTexts } from './tools/vite/split-texts.ts';
import { trimPdfReader } from './tools/vite/trim-pdf-reader.ts';
import { trimTexts } from './tools/vite/trim-texts.ts';

const builtInWords = await defineBuiltInWords(builtInPackFolder);

/** What only opening a file loads (decision 102). */
const isOfOpeningFiles = (module: string): boolean =>
  /node_modules.pdfjs-dist|extension-pages.files|@mozilla.readability/.test(module);

/** `vite build --mode firefox` builds for Firefox, any other mode for Chromium browsers. */
export default defineConfig(({ mode }) => {
  const browser: TargetBrowser = mode === 'firefox' ? 'firefox' : 'chrome';
  const isTest = process.env.VITEST !== undefined;
  return {
    plugins: isTest ? [] : makeExtensionPlugins(browser),
    // crxjs builds the content scripts as libraries, where Vite does not replace `process.env.NODE_ENV`.
    define: isTest ? {} : { 'process.env.NODE_ENV': '"production"', ...builtInWords },
    publicDir: false,
    worker: {
      format: 'es',
      plugins: () => (isTest ? [] : [trimPdfReader()]),
      rollupOptions: {
        output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/worker-[name].js' },
      },
    },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      // Firefox 144 and Chromium 128, the oldest that the manifests allow.
      target: browser === 'firefox' ? 'firefox144' : 'chrome128',
      // A plugin of ours does this.
      modulePreload: false,
      rollupOptions: {
        input: { card: cardPage, panel: panelPage, library: libraryPage, welcome: welcomePage },
        // No hashes: rolldown's depend on the build folder, and an extension's files are never cached.
        output: {
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          // One file for what most extension pages share: sixteen small ones meant as many requests, some 50 ms.
          // Apart from that: code for calling the background and watching changes, which two pages load before the rest.
          codeSplitting: {
            groups: [
              {
                name: 'calls',
                test: /messaging.(call-background|message-envelope)\.ts$|extension-pages.buffer-latest-event\.ts$|storage.(stored-settings|watch-packs)\.ts$|settings.(failure|settings-keys)\.ts$|webextension-polyfill|preload-helper/,
                priority: 1,
              },
              // Its texts are put beside each page (`splitTexts`).
              { name: 'texts', test: /i18n.catalogues\.ts$/, priority: 2 },
              // Loaded only for a PDF.
              { name: 'pdf', test: /node_modules.pdfjs-dist/, priority: 2 },
              // The library shows no site names.
              { name: 'sites', test: /i18n.show-site\.ts$|punycode/, priority: 1 },
              // The library reads no pages, except in files, and knows no tabs.
              { name: 'surfaces', test: /^(?!.*src.(page|browser-api|messaging).)/, minShareCount: 4 },
            ],
          },
        },
      },
      // The content security policy would also have to allow data: addresses.
      assetsInlineLimit: 0,
    },
    test: { projects: [nodeTests, browserTests, endToEndTests] },
  };
});

function makeExtensionPlugins(browser: TargetBrowser): PluginOption[] {
  return [
    checkPacks(join(import.meta.dirname, 'assets/knowledge')),
    checkTexts(
      join(import.meta.dirname, 'assets/_locales'),
      join(import.meta.dirname, 'assets/texts/problems'),
    ),
    copyAssets(import.meta.dirname, offIcons),
    listLicences(import.meta.dirname),
    trimPdfReader(),
    interleaveTexts(join(import.meta.dirname, 'assets/_locales')),
    crx({ manifest: makeManifest(browser), browser }),
    splitTexts(),
    preloadScripts(),
    removeWebAccessible(listWebAccessible(browser)),
    trimTexts(),
    removeInnerHtml(),
    makeLoadable(),
    limitPageSize({ page: 'src/entrypoints/content.iife.js', maxBytes: 9_192 }),
    limitPageSize({ page: 'src/entrypoints/page.iife.js', maxBytes: 48_400 }),
    // Includes the card's own texts in four languages.
    limitPageSize({ page: 'src/entrypoints/card.iife.js', maxBytes: 62_500 }),
    // Everything that the library loads, without what only opening a file loads (decision 102).
    limitPageSize({
      page: libraryPage,
      workers: ['library-worker'],
      isExcepted: isOfOpeningFiles,
      maxBytes: 127_500,
    }),
    // The same with what its worker loads once the reader opens a story, or hands one on.
    limitPageSize({
      page: libraryPage,
      workers: ['library-worker', 'worker-'],
      isExcepted: isOfOpeningFiles,
      maxBytes: 205_000,
    }),
    // What they load before their first call (decision 062); with the surfaces' shared code it would exceed 60,000.
    limitPageSize({ page: libraryPage, isFirstOnly: true, maxBytes: 8_000 }),
    limitPageSize({ page: optionsPage, isFirstOnly: true, maxBytes: 8_000 }),
  ];
}

/** Distinguishes tests that hang from tests that are slow on a busy machine; no test asserts a duration. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000, interval: 20 } },
};

/** Vitest reserves one core for itself and hardly uses it: half of the two cores of a CI machine. */
const mostWorkers = Math.max(2, availableParallelism() - 1);

const nodeTests: TestProjectInlineConfiguration = {
  test: {
    ...patience,
    name: 'node',
    maxWorkers: mostWorkers,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/**/*.browser.test.{ts,tsx}', 'tests/**/*.e2e.test.ts'],
  },
};

const testedChromium = (fonts: FontWidth) =>
  playwright({
    launchOptions: {
      executablePath: findBrowser('chromium') ?? 'chromium',
      // With its sandbox Debian's Chromium refuses to start as root, as in containers and CI.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      env: { ...process.env, ...fontEnvironment(fonts) } as Record<string, string>,
    },
  });

/** Tests that measure text layout also run with narrow fonts. */
const layoutTests = [
  'card/card',
  'card/card-beginning',
  'card/card-in-page',
  'options/options',
  'side-panel/panel',
  'right-to-left',
  'popup/toolbar',
].map((name) => `tests/ui/${name}.browser.test.ts`);

const browserTests: TestProjectInlineConfiguration = {
  define: builtInWords,
  // Pre-bundled together: discovered one after another, Preact would be loaded twice and its hooks would break.
  optimizeDeps: {
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
      'lucide-preact',
      '@floating-ui/dom',
      'diff',
      'axe-core',
      'valibot',
      'd3-time',
      'mark.js',
      'webextension-polyfill',
      'idb',
      'pdfjs-dist/legacy/build/pdf.mjs',
    ],
  },
  test: {
    ...patience,
    name: 'browser',
    // The same number, because both projects run in parallel; with two cores one page at a time, beside the Node tests.
    maxWorkers: mostWorkers,
    include: ['tests/**/*.browser.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      fileParallelism: availableParallelism() > 2,
      screenshotFailures: false,
      instances: [
        { browser: 'chromium', provider: testedChromium('wide') },
        {
          browser: 'chromium',
          name: 'browser (narrow fonts)',
          provider: testedChromium('narrow'),
          include: layoutTests,
        },
      ],
    },
  },
};

/** Tests `dist/`: build first. */
const endToEndTests: TestProjectInlineConfiguration = {
  test: {
    ...patience,
    name: 'e2e',
    env: fontEnvironment('wide'),
    include: ['tests/**/*.e2e.test.ts'],
    globalSetup: 'tests/e2e/driving/prepare-run.ts',
    // Two files at a time: each drives one browser after the other, and CI machines have two cores. With three,
    // tests that measure what is drawn time out.
    maxWorkers: 2,
    // A worker's browsers serve one file after another (`start-extension.ts`).
    isolate: false,
    // After the others, which take every core.
    sequence: { groupOrder: 1 },
    // Of some 340 tests through two whole browsers, one in a thousand fails for a reason that no wait can detect, such
    // as a tab lost by the driver (docs/browser-bugs.md). The report names retried tests; a real fault fails again.
    retry: 1,
  },
};
