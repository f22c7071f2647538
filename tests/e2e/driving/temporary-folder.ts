import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
// Registered by the file that imports this, after the browsers of its `describe`s are closed.
afterAll(() => {
  for (const folder of folders.splice(0)) {
    // A browser that has just closed may still write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});

/** A new folder with this in its name; deleted after the tests of the file. */
export function makeTemporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `sidelight-${name}-`));
  folders.push(folder);
  return folder;
}
