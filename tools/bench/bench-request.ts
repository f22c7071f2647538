import { existsSync } from 'node:fs';
import path from 'node:path';
import { chooseBrowsers } from '../browsers/choose-browsers.ts';
import type { BrowserName } from '../browsers/find-browser.ts';
import { CliError } from '../command-line/cli-error.ts';
import { readArguments, readCount } from '../command-line/read-arguments.ts';
import { startFolder } from '../command-line/start-folder.ts';
import { defaultPagesFolder, listSavedPages } from '../saved-pages.ts';
import type { MeasureOptions } from './measurements/measure-options.ts';

export const benchParts = [
  'added',
  'thread',
  'background',
  'drawing',
  'messages',
  'card',
  'hostile',
  'stories',
  'kept',
] as const;
export type BenchPart = (typeof benchParts)[number];

export interface BenchRequest extends MeasureOptions {
  readonly isJson: boolean;
  readonly parts: readonly BenchPart[];
  readonly browsers: readonly BrowserName[];
}

/** The options of both commands. */
const commonOptions = {
  json: { type: 'boolean', default: false },
  pages: { type: 'string' },
  limit: { type: 'string', default: '40' },
  repeats: { type: 'string', default: '3' },
} as const;

/** The options of `npm run bench`. @throws CliError if they are invalid */
export function readBenchRequest(): BenchRequest {
  const options = {
    ...commonOptions,
    what: { type: 'string', default: benchParts.join(',') },
    against: { type: 'string' },
    browser: { type: 'string' },
  } as const;
  const { values } = readArguments(
    { options },
    'Usage: npm run bench -- [--what a,b] [--pages DIR] [--limit N] [--repeats N] [--against DIR] [--browser chromium|firefox] [--json]',
  );
  return {
    ...readMeasureOptions(values),
    against: values.against === undefined ? undefined : findBuilds(values.against),
    isJson: values.json,
    parts: chooseParts(values.what),
    browsers: chooseBrowsers(values.browser),
  };
}

/** The options of `npm run bench:peers`. @throws CliError if they are invalid */
export function readPeersRequest(): MeasureOptions & { readonly isJson: boolean } {
  const { values } = readArguments(
    { options: commonOptions },
    'Usage: npm run bench:peers -- [--pages DIR] [--limit N] [--repeats N] [--json]',
  );
  return { ...readMeasureOptions(values), isJson: values.json };
}

interface CommonValues {
  readonly pages?: string | undefined;
  readonly limit: string;
  readonly repeats: string;
}

function readMeasureOptions({ pages, limit, repeats }: CommonValues): MeasureOptions {
  const folder = pages === undefined ? defaultPagesFolder() : path.resolve(startFolder(), pages);
  const files = listSavedPages(folder).map((name) => path.join(folder, name));
  return {
    files: spread(files, readCount('--limit', limit)),
    repeats: readCount('--repeats', repeats),
    against: undefined,
    onProgress: (text) => void process.stderr.write(`\r\u001b[K${text}`),
  };
}

/** `limit` of the items, evenly spread; all if there are fewer. Exported for its test. */
export function spread<Item>(items: readonly Item[], limit: number): readonly Item[] {
  if (limit >= items.length) return items;
  return Array.from({ length: limit }, (_, i) => items[Math.floor((i * items.length) / limit)] as Item);
}

function findBuilds(given: string): string {
  const folder = path.resolve(startFolder(), given);
  if (!existsSync(path.join(folder, 'chrome/manifest.json'))) {
    throw new CliError(`--against ${given}: Give the dist folder of another checkout, after npm run build.`);
  }
  return folder;
}

function chooseParts(names: string): readonly BenchPart[] {
  const wanted = names.split(',').map((name) => name.trim());
  const isPart = (name: string): name is BenchPart => (benchParts as readonly string[]).includes(name);
  const unknown = wanted.find((name) => !isPart(name));
  if (unknown !== undefined) throw new CliError(`--what ${unknown}: Choose among ${benchParts.join(', ')}.`);
  return wanted.filter(isPart);
}
