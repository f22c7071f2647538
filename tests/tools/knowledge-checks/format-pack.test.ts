import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { formatPack } from '../../../tools/knowledge-checks/format-pack.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sidelight-format-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('every file gets the canonical form, those that have it are left alone', async () => {
  write('topics.json', '\ufeff{"topics":[]}\r\n');
  write('events.json', '{\n  "events": []\n}\n');
  expect(await formatPack(folder)).toEqual({ written: ['topics.json'], problems: [] });
  expect(readFileSync(path.join(folder, 'topics.json'), 'utf8')).toBe('{\n  "topics": []\n}\n');
});

test('one file that holds a whole pack is formatted, too', async () => {
  const file = write('all.json', '{"topics":[]}');
  expect((await formatPack(file)).written).toEqual(['all.json']);
  expect(readFileSync(file, 'utf8')).toBe('{\n  "topics": []\n}\n');
});

test.each([
  ['is not JSON', '{"topics": [}'],
  ['has a key twice, of which the first would be gone', '{"topics": [], "topics": [1]}'],
])('what %s is left unchanged, and reported', async (_, text) => {
  const file = write('topics.json', text);
  const { written, problems } = await formatPack(folder);
  expect(written).toEqual([]);
  expect(problems).toMatchObject([{ file: 'topics.json' }]);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a file that is not UTF-8 is left unchanged, and reported', async () => {
  const bytes = Buffer.from('{"topics":["\xe9"]}', 'latin1');
  writeFileSync(path.join(folder, 'topics.json'), bytes);
  const { written, problems } = await formatPack(folder);
  expect(written).toEqual([]);
  expect(problems).toMatchObject([{ file: 'topics.json', reason: expect.stringContaining('Windows-1252') }]);
  expect(readFileSync(path.join(folder, 'topics.json')).equals(bytes)).toBe(true);
});

test('a missing folder is reported', async () => {
  const { written, problems } = await formatPack(path.join(folder, 'nowhere'));
  expect(written).toEqual([]);
  expect(problems).toMatchObject([{ file: 'nowhere', reason: expect.stringContaining('cannot be read') }]);
});
