import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPacks } from '../../../tools/vite/check-packs.ts';

const packs = join(import.meta.dirname, '../../../assets/knowledge');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-packs-'));
  cpSync(packs, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a valid pack is built', async () => {
  await expect(buildWith(folder)).resolves.toBeDefined();
});

test.each([
  ['a missing title', '"title"', '"tittle"', 'topics[audits].title'],
  ['a wrong type', '"onByDefault": true', '"onByDefault": "yes"', 'onByDefault'],
  ['a field that is written twice', '"title"', '"title": "Of old", "title"', 'topics[audits].title'],
  ['text that is no JSON', '{', '', 'topics.json'],
])('%s fails the build with file, path and reason', async (_case, text, replacement, path) => {
  const file = join(folder, 'facial-recognition/topics.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(text, replacement));
  const message = await buildWith(folder).then(
    () => 'was built',
    (error: Error) => error.message,
  );
  expect(message).toContain('facial-recognition/topics.json');
  expect(message).toContain(path);
  expect(message).toContain('What to do:');
});

function buildWith(knowledgeFolder: string) {
  return build({
    configFile: false,
    logLevel: 'silent',
    plugins: [checkPacks(knowledgeFolder)],
    build: {
      write: false,
      rollupOptions: { input: join(import.meta.dirname, '../../../src/knowledge/pack-problem.ts') },
    },
  });
}
