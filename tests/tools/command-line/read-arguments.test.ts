/** Invalid input gives a message and exit code 1: a loop over nothing would look like success. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chooseBrowsers } from '../../../tools/browsers/choose-browsers.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { CliError } from '../../../tools/command-line/cli-error.ts';
import { readArguments, readCount } from '../../../tools/command-line/read-arguments.ts';
import { listSavedPages } from '../../../tools/saved-pages.ts';
import { projectRoot, startCommand, startTimeout } from './command-outcome.ts';

test('a browser is chosen by its name, all where none is named, and none by another name', () => {
  expect(chooseBrowsers(undefined)).toEqual(browserNames);
  expect(chooseBrowsers('firefox')).toEqual(['firefox']);
  const refusal = new CliError('--browser chrome: Sidelight is built for chromium and firefox.');
  expect(() => chooseBrowsers('chrome')).toThrow(refusal);
});

test.each(['', ' ', 'many', '1.5', '-1', '0', 'Infinity', '12 pages'])(
  '“%s” is no number of visits',
  (given) => {
    expect(() => readCount('--visits', given)).toThrow(
      new CliError(`--visits ${given}: Give a whole number, 1 or more.`),
    );
  },
);

test('a number is read, and none where none was given', () => {
  expect(readCount('--visits', '20')).toBe(20);
  expect(readCount('--limit', '0', 0)).toBe(0);
  expect(readCount('--limit', undefined)).toBeUndefined();
});

test('an unknown option is reported with the usage', () => {
  const config = { args: ['--vists', '3'], options: { visits: { type: 'string' } } } as const;
  expect(() => readArguments(config, 'Usage: soak [--visits N]')).toThrow(
    /--vists[^\n]*\nUsage: soak \[--visits N\]$/,
  );
});

const takesPages = {
  options: { pages: { type: 'string' }, json: { type: 'boolean', short: 'j' } },
  allowPositionals: true,
} as const;

test.each([
  ['an option that is given twice', ['--pages', 'a', '--pages=b'], '--pages is given twice; only the last'],
  ['a switch that is given twice', ['-j', '--json'], '--json is given twice'],
  ['an empty value', ['--pages', ''], '--pages is empty.'],
  ['a blank argument', [' '], 'An argument is empty.'],
  ['an argument too many', ['a', 'b'], '"b" is one argument too many.'],
])('%s is refused with what the command takes', (_, args, reported) => {
  const read = () => readArguments({ ...takesPages, args }, 'Usage: soak', 1);
  expect(read).toThrow(CliError);
  expect(read).toThrow(reported);
  expect(read).toThrow(/\nUsage: soak$/);
});

test('arguments that make sense are read', () => {
  const read = readArguments({ ...takesPages, args: ['a', '--pages', 'b', '-j'] }, '', 1);
  expect(read).toMatchObject({ values: { pages: 'b', json: true }, positionals: ['a'] });
});

test('a folder without saved pages is refused, and one that is not there', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(() => listSavedPages(folder)).toThrow(/There are no saved pages/);
  expect(() => listSavedPages(path.join(folder, 'nowhere'))).toThrow(/There is no such folder/);
});

test.each([
  ['soak.ts', '--browser', 'chrome', /^--browser chrome: Sidelight is built for chromium and firefox\.\n$/],
  ['pages.ts', '--browser', 'chrome', /^--browser chrome: Sidelight is built for chromium and firefox\.\n$/],
  ['bench.ts', '--what', 'scam', /^--what scam: Choose among added, thread, /],
])('%s %s %s does nothing and ends with 1', startTimeout, async (tool, option, value, reported) => {
  const { code, stdout, stderr } = await startCommand(tool, [option, value], projectRoot);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(reported);
});
