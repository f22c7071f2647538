import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callInPage } from '../../../tools/browsers/call-in-page.ts';
import { launchExtension } from '../../../tools/browsers/launch-extension.ts';
import { projectRoot } from '../../../tools/command-line/run-command.ts';
import { listSourceFiles } from '../../../tools/package/list-source-files.ts';
import { readFiles, readFolder } from '../../../tools/package/read-folder.ts';
import { writeZip } from '../../../tools/package/write-zip.ts';

let elsewhere: string;

beforeAll(() => {
  elsewhere = mkdtempSync(path.join(tmpdir(), 'sidelight-source-'));
  for (const [name, contents] of readFiles(projectRoot, listSourceFiles())) {
    const file = path.join(elsewhere, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(elsewhere, 'node_modules'), 'dir');
});

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

test.each(['chrome', 'firefox'])('the source archive gives the same %s package in another folder', (mode) => {
  const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
  // As on a developer's command line: without the test runner's environment variables.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const built = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
    cwd: elsewhere,
    env,
    encoding: 'utf8',
  });
  expect(built.status, built.stderr).toBe(0);
  const here = readFolder(path.join(projectRoot, 'dist', mode));
  const there = readFolder(path.join(elsewhere, 'dist', mode));
  expect([...there.keys()].sort()).toEqual([...here.keys()].sort());
  const differing = [...here].filter(
    ([name, contents]) => !Buffer.from(contents).equals(there.get(name) ?? new Uint8Array()),
  );
  expect(differing.map(([name]) => name)).toEqual([]);
  expect(Buffer.from(writeZip(here)).equals(writeZip(there))).toBe(true);
});

test('Chromium takes the manifest without an error or a warning', async () => {
  const extension = await launchExtension('chromium');
  try {
    const page = await extension.driver.browser.newPage();
    await page.goto('chrome://extensions');
    const id = new URL(extension.driver.extensionOrigin).host;
    expect(await callInPage(page, listManifestErrors, id)).toEqual([]);
  } finally {
    await extension.close();
  }
});

/** Runs in Chromium's own page for extensions, the only place that has them. */
async function listManifestErrors(id: string): Promise<string[]> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      developerPrivate: {
        getExtensionInfo(id: string): Promise<{ manifestErrors: { message: string }[] }>;
      };
    };
  };
  const { manifestErrors } = await chrome.developerPrivate.getExtensionInfo(id);
  return manifestErrors.map(({ message }) => message);
}
