import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

test('the changelog begins with the version that is built', () => {
  const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
  const [, first] = /^## (.+)$/m.exec(changelog) ?? [];
  expect(first?.match(/\d+\.\d+\.\d+/)?.[0]).toBe(packageJson.version);
});
