import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';
import { runSoak } from '../../../tools/soak/run-soak.ts';
import { hangOptions } from '../../../tools/soak/watch-for-hangs.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/pages');
/** A short run: `npm run soak` is the long one. */
const visits = 12;
const seed = Number(process.env.SOAK_SEED ?? 20261122);

describe.each(browserNames)('a dozen visits in a hurry in %s', (name) => {
  const tested = useExtension(name);

  // Chromium may take a minute to restart a background that was terminated while starting.
  test('write no error, lose no setting and leave no mark', { timeout: 240_000 }, async () => {
    const names = readdirSync(folder).filter((file) => file.endsWith('.html'));
    const addresses = names.map((file) =>
      tested.server.addPage(`/soak/${file}`, readFileSync(path.join(folder, file), 'utf8')),
    );
    expect(addresses.length).toBeGreaterThan(2);
    const restingAddress = tested.server.addPage('/soak/rest', '<!doctype html><p>Gender Shades</p>');
    // Each measurement takes Firefox seconds; growth is the long one's to find.
    const options = { visits, seed, addresses, restingAddress, measurementCount: 1 };
    const report = await runSoak(tested.extension, options);
    console.log(`soak of ${visits} visits, seed ${seed}: ${JSON.stringify(report.done)}`);
    expect({ ...report, done: {}, memory: [] }).toEqual({
      visits,
      done: {},
      errors: [],
      lostSettings: [],
      hangs: [],
      staleMarks: 0,
      memory: [],
    });
    expect(report.memory).toHaveLength(1);
    // An empty report would be flat, too; a content script alone uses some hundred kilobytes. A background
    // may be suspended.
    expect(report.memory.filter(({ page }) => page === undefined || page < 0.1)).toEqual([]);
    expect(report.memory.filter(({ background }) => (background ?? 1) < 0.1)).toEqual([]);
  });
});

describe.each(browserNames)('visits of pages that hang in %s', (name) => {
  const extensionFolder = makeTemporaryFolder('hanging');
  plantLoop(builtFolder(name), extensionFolder);
  const tested = useExtension(name, { ...hangOptions(1), extensionFolder });

  test.each([
    ['the page’s', '/theirs.html', '<p>A story</p><script>for (;;);</script>'],
    ['the extension’s', '/ours.html', '<p>A story</p>'],
  ])('go on, and say that %s code ran', { timeout: 240_000 }, async (whose, path, html) => {
    const addresses = [tested.server.addPage(path, html)];
    const restingAddress = tested.server.addPage('/rest.html', '<!doctype html><p>Gender Shades</p>');
    const { hangs, errors } = await runSoak(tested.extension, {
      // After it the page at rest is loaded, in the tab that has taken the place of the one that hangs.
      visits: 1,
      seed,
      addresses,
      restingAddress,
      loadingTimeoutMs: 6_000,
    });
    const hangMessage = expect.stringMatching(`^${addresses[0]} did not load in 6 s, .*; ${whose} code runs`);
    expect(hangs).toEqual([hangMessage]);
    expect(errors).toEqual([]);
  });
});

/** Copies the extension, with a loop in its content script that hangs each visit of one page before it has loaded. */
function plantLoop(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const manifestFile = path.join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const [{ js }] = manifest.content_scripts;
  manifest.content_scripts[0].run_at = 'document_start';
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const script = path.join(to, js[0]);
  writeFileSync(script, `if (location.pathname === '/ours.html') for (;;);\n${readFileSync(script, 'utf8')}`);
}
