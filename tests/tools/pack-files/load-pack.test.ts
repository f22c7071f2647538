/** An editor who forgets a comma gets the line number, whatever Node's error message says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';

const faults: readonly [string, string, string][] = [
  [
    'a missing comma',
    '{\n  "topics": [\n    {\n      "id": "a"\n      "title": "A"\n    }\n  ]\n}\n',
    'line 5',
  ],
  ['a comma after the last entry', '{\n  "topics": [\n    {\n      "id": "a"\n    },\n  ]\n}\n', 'line 6'],
  ['curly quotation marks', '{\n  "topics": [\n    {\n      "id": “a”\n    }\n  ]\n}\n', 'line 4'],
  ['a first line that is no JSON', 'topics: []\n', 'line 1'],
  ['an end that came too early', '{\n  "topics": [\n', 'line 2'],
];

test.each(faults)('%s is reported with its line', async (_, content, line) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'topics.json'), content);
  const { pack, problems } = await loadPack(folder);
  expect(pack).toBeUndefined();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toBe(line);
  expect(problems[0]?.reason).toMatch(/^Invalid JSON: [^\n]+\.$/);
});
