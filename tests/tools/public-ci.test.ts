import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

test('what the public CI brings from outside is named by its hash, with its version beside it', () => {
  const named = workflows.flatMap((text) =>
    [...text.matchAll(/^\s*(?:- )?(?:uses|container|image): *(.+)$/gm)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(1);
  const pinned =
    /^(?:[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|[\w./-]+:\d+\.\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64})$/;
  expect(named.filter((name) => !pinned.test(name))).toEqual([]);
});

test('the public CI may read the repository and nothing else, and keeps no credentials', () => {
  for (const text of workflows) {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const rights = [...text.matchAll(/^\s+[a-z-]+: *(?:read|write|admin)\b.*$/gm)].map(([line]) =>
      line.trim(),
    );
    expect(new Set(rights)).toEqual(new Set(['contents: read']));
    expect(text).not.toMatch(/secrets\.|pull_request_target|workflow_run/);
    const checkouts = text.match(/actions\/checkout@/g) ?? [];
    expect(text.match(/persist-credentials: false/g) ?? []).toHaveLength(checkouts.length);
  }
});
