import path from 'node:path';
import { readArguments, readCount } from '../read-arguments.ts';
import { Refusal } from '../refusal.ts';
import { defaultPagesFolder, listSavedPages } from '../saved-pages.ts';
import { startFolder } from '../start-folder.ts';
import { type StageEntry, stageEntries } from './list-stages.ts';

export interface BenchRequest {
  readonly isJson: boolean;
  /** Whole paths of the pages that are measured. */
  readonly files: readonly string[];
  readonly repeats: number;
  readonly stages: readonly StageEntry[];
  readonly cpuSlowdown: number | undefined;
  readonly isCurve: boolean;
  readonly isCard: boolean;
}

const usage =
  'Usage: npm run bench -- [--json] [--pages DIR] [--limit N] [--repeats N] [--what a,b] [--cpu-slowdown N] [--curve] [--card]';

/** What `npm run bench` was asked for. @throws Refusal where that makes no sense */
export function readBenchRequest(): BenchRequest {
  const options = {
    json: { type: 'boolean', default: false },
    pages: { type: 'string' },
    limit: { type: 'string' },
    repeats: { type: 'string', default: '3' },
    what: { type: 'string' },
    'cpu-slowdown': { type: 'string' },
    curve: { type: 'boolean', default: false },
    card: { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments({ options }, usage);
  const folder =
    values.pages === undefined ? defaultPagesFolder() : path.resolve(startFolder(), values.pages);
  const files = listSavedPages(folder).map((name) => path.join(folder, name));
  return {
    isJson: values.json,
    files: spread(files, readCount('--limit', values.limit, 0)),
    repeats: readCount('--repeats', values.repeats),
    stages: chooseStages(values.what),
    cpuSlowdown: readCount('--cpu-slowdown', values['cpu-slowdown']),
    isCurve: values.curve,
    isCard: values.card,
  };
}

/** `limit` of the files, evenly spread; all where there is no limit. */
function spread(files: readonly string[], limit: number | undefined): readonly string[] {
  if (limit === undefined || limit >= files.length) return files;
  return Array.from({ length: limit }, (_, i) => files[Math.floor((i * files.length) / limit)] as string);
}

/** Those that are named, or all; the floor always, as every ratio is taken to it. */
function chooseStages(names: string | undefined): readonly StageEntry[] {
  if (names === undefined) return stageEntries;
  const wanted = names.split(',').map((name) => name.trim());
  const known = stageEntries.map(({ what }) => what);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Refusal(`--what ${unknown}: Choose among ${known.join(', ')}.`);
  return stageEntries.filter(({ what }) => what === 'floor' || wanted.includes(what));
}
