import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { runPackCommand } from '../../../tools/pack/run-pack-command.ts';
import { type CommandOutcome, runInProcess } from '../command-line/command-outcome.ts';

/** The folder of an author of packs, shared by all tests of a file, and the commands run in it. */
export function makeAuthorFolder() {
  let home = '';
  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'sidelight-author-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const run = (...args: string[]): Promise<CommandOutcome> => runInProcess(() => runPackCommand(args, home));
  return {
    get home() {
      return home;
    },
    run,
    /** A fresh example pack for one test. @returns its path */
    async example(name: string): Promise<string> {
      expect(await run('init', name)).toMatchObject({ code: 0, stderr: '' });
      const folder = path.join(home, name);
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      return folder;
    },
  };
}

/** Changes the text of a file, and fails if that changes nothing. */
export function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}
