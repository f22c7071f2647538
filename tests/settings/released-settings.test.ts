/**
 * Settings stored by released versions must remain readable for ever. `snapshots/VERSION.json` is a store as that
 * version wrote it, with every field changed from its default; `snapshots/released.json` holds its hash and those of
 * the upgrades released with it. Settings may be years old: if a snapshot or an upgrade fails here, it was edited, and
 * must be restored.
 *
 * At a release: store every field once, save the items as `snapshots/VERSION.json`, add the version to `released.json`
 * with the hashes that this test prints, and its expected settings below. A new upgrade is a file of its own,
 * `src/settings/upgrades/upgrade-1-to-2.ts`, added to the list in `upgrade-settings.ts`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { findInvalidItems } from '../../src/settings/stored/find-invalid-items.ts';
import { planItems } from '../../src/settings/stored/plan-items.ts';
import { fromItems, type SettingsItems } from '../../src/settings/stored/settings-items.ts';
import { settingsVersion } from '../../src/settings/upgrade-settings.ts';

const projectRoot = join(import.meta.dirname, '../..');
const snapshots = join(import.meta.dirname, 'snapshots');
const upgrades = join(projectRoot, 'src/settings/upgrades');

interface Release {
  readonly settingsVersion: number;
  readonly snapshot: string;
  readonly upgrades: Readonly<Record<string, string>>;
}

const released = readJson(join(snapshots, 'released.json')) as Readonly<Record<string, Release>>;
const versions = Object.keys(released);

/** Each snapshot in the current shape; newer fields have their defaults. */
const expected: Readonly<Record<string, Settings>> = {
  '0.1.0': {
    ...defaultSettings,
    enabled: false,
    topics: { 'facial-recognition/companies': false, 'my-pack/rivers': true },
    hiddenEntities: Array.from({ length: 260 }, (_, number) => `my-pack/entity-with-a-long-name-${number}`),
    sites: { mode: 'only', patterns: ['example.org', 'xn--bcher-kva.example'] },
    density: 'every',
    extent: 'whole-page',
    painter: 'mark-element',
    hover: { isOn: true, openDelayMs: 500, closeDelayMs: 0 },
    theme: 'dark',
    language: 'de',
  },
};

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readSnapshot(version: string): SettingsItems {
  return readJson(join(snapshots, `${version}.json`)) as SettingsItems;
}

function hash(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

describe.each(versions)('the settings of %s', (version) => {
  const release = released[version] as Release;

  test('are as they were released: neither the snapshot nor an upgrade was edited', () => {
    // Without white space: formatting does not count as an edit.
    const hashes = Object.keys(release.upgrades).map((file) => {
      const content = readFileSync(join(upgrades, file), 'utf8').replace(/\s+/g, '');
      return [file, hash(content)];
    });
    expect({
      snapshot: hash(JSON.stringify(readSnapshot(version))),
      upgrades: Object.fromEntries(hashes) as unknown,
    }).toEqual({ snapshot: release.snapshot, upgrades: release.upgrades });
  });

  test('come through whole', () => {
    expect(readSettings(fromItems(readSnapshot(version)))).toEqual(expected[version]);
  });

  test('need nothing written, or everything where the shape has changed since', () => {
    const stored = readSnapshot(version);
    if (release.settingsVersion < settingsVersion) return;
    expect(findInvalidItems(stored)).toEqual({});
    expect(planItems(stored, readSettings(fromItems(stored)))).toEqual({ set: {}, remove: [] });
  });
});

test('every released version has its snapshot, and so has the one that is about to be', () => {
  const changelog = readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8');
  const named = [...changelog.matchAll(/^## .*?(\d+\.\d+\.\d+)/gm)].map(([, version]) => version);
  expect(versions).toEqual(expect.arrayContaining(named));
  expect(readdirSync(snapshots).sort()).toEqual(
    [...versions.map((version) => `${version}.json`), 'released.json'].sort(),
  );
});

test('every upgrade belongs to a version of the settings, without a gap', () => {
  const files = existsSync(upgrades) ? readdirSync(upgrades).sort() : [];
  expect(files).toHaveLength(settingsVersion - 1);
  files.forEach((file, number) => {
    expect(file).toBe(`upgrade-${number + 1}-to-${number + 2}.ts`);
  });
});
