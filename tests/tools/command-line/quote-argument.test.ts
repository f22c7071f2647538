/** A path printed in a command can be copied into a shell unchanged. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { quoteArgument } from '../../../tools/command-line/quote-argument.ts';

test.each([
  ['my-pack', 'my-pack'],
  ['../Fähre/é', '../Fähre/é'],
  ['my pack', "'my pack'"],
  ["Ada's", "'Ada'\\''s'"],
  ['a"$HOME`b`', `'a"$HOME\`b\`'`],
  ['~', "'~'"],
  ['a;b&c|d', "'a;b&c|d'"],
  ['*', "'*'"],
  ['-x', './-x'],
  ['- x', "'./- x'"],
])('%s is written %s', (path, written) => {
  expect(quoteArgument(path, false)).toBe(written);
  if (process.platform === 'win32') return;
  const read = execFileSync('sh', ['-c', `printf %s ${written}`], { encoding: 'utf8' });
  expect(read).toBe(path.startsWith('-') ? `./${path}` : path);
});

test.each([
  ['C:\\packs\\river', 'C:\\packs\\river'],
  ['..\\my pack', '"..\\my pack"'],
  ["Ada's", `"Ada's"`],
])('in Windows %s is written %s', (path, written) => {
  expect(quoteArgument(path, true)).toBe(written);
});
