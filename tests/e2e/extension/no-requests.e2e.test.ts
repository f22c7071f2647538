import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import { type BrowserName, browserNames } from '../../../tools/browsers/find-browser.ts';
import {
  builtFolder,
  type LaunchedExtension,
  launchExtension,
} from '../../../tools/browsers/launch-extension.ts';
import { type RequestRecord, recordRequests } from '../../../tools/browsers/record-requests.ts';
import { type PageServer, servePages } from '../../../tools/browsers/serve-pages.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { projectRoot } from '../../../tools/command-line/run-command.ts';
import { launchBare } from '../../../tools/pages/launch-bare.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { makeProfile } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';
import { importPack, writePack } from '../packs/packs-section.ts';

/**
 * Scripts of the build that a reader uses in `useEverything`, by the name that identifies a planted request of theirs.
 */
const contexts: Readonly<Record<string, RegExp>> = {
  background: /^assets\/background\.ts\.js$/,
  content: /^src\/entrypoints\/content\.iife\.js$/,
  card: /^src\/entrypoints\/card\.iife\.js$/,
  page: /^src\/entrypoints\/page\.iife\.js$/,
  'mark-element': /^src\/entrypoints\/mark-element\.iife\.js$/,
  options: /^assets\/options\.html\.js$/,
  'pack-worker': /^assets\/pack-worker\.js$/,
  toolbar: /^assets\/toolbar\.html\.js$/,
  panel: /^assets\/panel(?:\.html)?\.js$/,
  library: /^assets\/library(?:\.html)?\.js$/,
  'library-worker': /^assets\/library-worker\.js$/,
  welcome: /^assets\/welcome(?:\.html)?\.js$/,
};

let server: PageServer;
let article: string;

beforeAll(async () => {
  server = await servePages();
  article = `${server.addFolder('/demo/', path.join(projectRoot, 'assets/demo'))}article.html`;
});
afterAll(() => server.close());

/** Two browsers one after the other, each through every surface, on a machine that may be busy. */
const timeout = 240_000;

describe.each(browserNames)('the network, seen from a proxy that all of %s goes through', (name) => {
  // In each script a request is planted, and what forbids them is taken out: so what else the scripts ask for would be seen, too.
  test('sees nothing of the extension but what is planted in its scripts, whatever a reader does with it', {
    timeout,
  }, async () => {
    const bare = await recordRun(
      (proxied) => launchBare(name, { ...proxied, profileFolder: makeProfile(name) }),
      readOnly,
    );
    const own = await recordRun(
      (proxied) =>
        launchExtension(name, {
          ...proxied,
          profileFolder: makeProfile(name),
          extensionFolder: plantRequests(name),
        }),
      useEverything,
    );
    expect(bare).toContain(new URL(article).host);
    expect([...own].filter((host) => !bare.has(host)).sort()).toEqual(
      Object.keys(contexts)
        .map((context) => `${context}.planted.test`)
        .sort(),
    );
  });
});

/** The hosts that a browser requested while `read` ran in it. */
async function recordRun(
  launch: (proxied: RequestRecord['options']) => Promise<LaunchedExtension>,
  read: (extension: LaunchedExtension) => Promise<void>,
): Promise<Set<string>> {
  const record = await recordRequests(server.origin);
  try {
    const extension = await launch(record.options);
    try {
      await read(extension);
    } finally {
      await extension.close();
    }
  } finally {
    await record.close();
  }
  return new Set(
    record.requests.map((request) => request.replace(/(?<!localhost):\d+/, '').replace(/\/.*/, '')),
  );
}

async function readOnly(extension: LaunchedExtension): Promise<void> {
  const page = await extension.openPage(article);
  await page.call(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

async function useEverything(extension: LaunchedExtension): Promise<void> {
  const page = await extension.openPage(article);
  const [first] = await page.waitForMarks();
  await page.clickMark(first?.text ?? '');
  await page.waitForCard((text) => text.length > 200);
  await page.press('Escape');
  await page.waitForNoCard();
  const tab = await extension.findTabId(page);
  for (const surface of [
    'src/entrypoints/options.html',
    `src/entrypoints/toolbar.html?tab=${tab}`,
    `src/entrypoints/panel.html?tab=${tab}`,
    'src/entrypoints/library.html',
    'src/entrypoints/welcome.html',
  ]) {
    const opened = await extension.openExtensionPage(surface);
    await waitFor(
      `${surface} drawn`,
      () => opened.call(() => document.body.textContent.length),
      (length) => length > 100,
    );
    if (surface !== 'src/entrypoints/options.html') continue;
    const title = 'The pack rivers';
    await importPack(opened, writePack('rivers', makeTinyPack('rivers', ['Velmora'])), title);
    const change = { kind: 'field', field: 'painter', value: 'mark-element' };
    await askBackground(opened.page, 'changeSettings', change);
  }
  const again = await extension.openPage(article);
  await waitFor(
    'marks that are elements',
    () => again.readMarks(),
    (marks) => marks.some(({ style }) => style.includes('element:')),
  );
}

/** A copy of the build in which each script requests an address of its own, and no policy forbids it. */
function plantRequests(name: BrowserName): string {
  const folder = makeTemporaryFolder('planted');
  cpSync(builtFolder(name), folder, { recursive: true });
  const manifestFile = path.join(folder, 'manifest.json');
  const { content_security_policy: _, ...manifest } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const [context, pattern] of Object.entries(contexts)) {
    const file = files.find((one) => pattern.test(one.split(path.sep).join('/')));
    if (!file) throw new Error(`No script of the build is ${pattern}: name the context's script anew.`);
    const code = readFileSync(path.join(folder, file), 'utf8');
    // After the imports, which must come first in a module.
    writeFileSync(
      path.join(folder, file),
      `${code}\n;fetch('http://${context}.planted.test/').catch(() => undefined);`,
    );
  }
  return folder;
}
