import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { projectRoot } from '../../../tools/command-line/run-command.ts';
import { readShippedPackages } from '../../../tools/vite/list-licences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-licences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A project that depends on one package. */
function writeProject(dependency: object, licenceFile?: string): void {
  const inside = join(folder, 'node_modules/one');
  mkdirSync(inside, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ version: '1.0.0', dependencies: { one: '1' } }),
  );
  writeFileSync(join(inside, 'package.json'), JSON.stringify(dependency));
  if (licenceFile) writeFileSync(join(inside, licenceFile), 'You may.');
}

test('everything that ships is listed with its licence, and what it depends on too', () => {
  const packages = readShippedPackages(projectRoot);
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(packageJson.dependencies)));
  // A dependency of @floating-ui/dom.
  expect(names).toContain('@floating-ui/core');
  expect(packages.filter(({ text }) => text.length < 200)).toEqual([]);
});

test('a licence that is not accepted is refused by name', () => {
  writeProject({ version: '1.0.0', license: 'GPL-3.0' }, 'LICENSE');
  expect(() => readShippedPackages(folder)).toThrow('one 1.0.0 has the licence GPL-3.0');
});

test('a package without the text of its licence is refused by name', () => {
  writeProject({ version: '1.0.0', license: 'MIT' });
  expect(() => readShippedPackages(folder)).toThrow('one comes without the text');
});

test.each(['LICENSE', 'licence.md', 'LICENSE-MIT.txt'])('the text is found in %s', (file) => {
  writeProject({ version: '1.0.0', license: 'MIT' }, file);
  expect(readShippedPackages(folder).map(({ text }) => text)).toEqual(['You may.']);
});
