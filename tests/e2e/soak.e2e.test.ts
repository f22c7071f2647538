import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../tools/browsers/find-browser.ts';
import { runSoak } from '../../tools/soak/run-soak.ts';
import { useExtension } from './start-extension.ts';

const folder = path.join(import.meta.dirname, '../fixtures/pages');
/** A short one: `npm run soak` is the long one. */
const visits = 12;
const seed = Number(process.env.SOAK_SEED ?? 20261122);

describe.each(browserNames)('a dozen visits in a hurry in %s', (name) => {
  const tested = useExtension(name);

  // Chromium may take a minute to start a background anew that was ended while it started.
  test('write no error, lose no setting and leave no mark', { timeout: 240_000 }, async () => {
    const names = readdirSync(folder).filter((file) => file.endsWith('.html'));
    const addresses = names.map((file) =>
      tested.server.addPage(`/soak/${file}`, readFileSync(path.join(folder, file), 'utf8')),
    );
    expect(addresses.length).toBeGreaterThan(2);
    const restingAddress = tested.server.addPage('/soak/rest', '<!doctype html><p>Gender Shades</p>');
    const report = await runSoak(tested.extension, { visits, seed, addresses, restingAddress });
    console.log(`soak of ${visits} visits, seed ${seed}: ${JSON.stringify(report.done)}`);
    expect({ ...report, done: {}, memory: [] }).toEqual({
      visits,
      done: {},
      errors: [],
      lostSettings: [],
      leftMarks: 0,
      memory: [],
    });
    // A report of nothing would be flat, too; a content script alone uses some hundred kilobytes. A background may be asleep.
    expect(report.memory.filter(({ page }) => page === undefined || page < 0.1)).toEqual([]);
    expect(report.memory.filter(({ background }) => (background ?? 1) < 0.1)).toEqual([]);
  });
});
