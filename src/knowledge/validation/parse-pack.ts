import * as v from 'valibot';
import { fileFinder } from '../file-finder.ts';
import type { PackProblem } from '../pack-problem.ts';
import { type Claim, Pack, type PackEvent, packFiles, type Source, type Statement } from '../pack-schema.ts';
import { ProblemList } from '../problem-list.ts';
import { describeIssue } from './describe-issue.ts';
import { findDanglingReferences, findEditionCycles, findRepeatedIds } from './find-broken-links.ts';
import { findUnsafeValues } from './find-unsafe-values.ts';
import { readWholePack } from './read-whole-pack.ts';

export type ParsedPack =
  | { readonly pack: Pack; readonly problems?: undefined }
  | { readonly pack?: undefined; readonly problems: readonly PackProblem[] };

/** Required files of a pack folder; the other lists may be absent and are then empty. */
const requiredFiles = ['pack.json', 'topics.json', 'sources.json'] as const;

/**
 * Reads a pack from the parsed JSON of its files: the files of a folder (`pack.json`, `topics.json`,
 * `entities/laws.json` …), or a single file with the whole pack.
 *
 * The input is untrusted. Never throws. Returns either the whole pack, if it is valid (schema, safe texts, unique ids,
 * every reference resolves), or every problem found; never half a pack.
 */
export function parsePack(files: Readonly<Record<string, unknown>>): ParsedPack {
  const names = Object.keys(files).sort();
  const [onlyName] = names;
  if (names.length === 1 && onlyName !== undefined && isWholePack(files[onlyName])) {
    return readWholePack(files[onlyName], onlyName);
  }
  const problems = new ProblemList();
  const pack = parseFolder(names, files, problems);
  if (pack) {
    const fileOf = fileFinder(files);
    findRepeatedIds(pack, fileOf, problems.report);
    findDanglingReferences(pack, fileOf, problems.report);
    findEditionCycles(pack, fileOf, problems.report);
  }
  return pack && problems.count === 0 ? { pack } : { problems: problems.finish('pack.json') };
}

function isWholePack(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'entities' in data && 'topics' in data;
}

function parseFolder(
  names: readonly string[],
  files: Readonly<Record<string, unknown>>,
  problems: ProblemList,
): Pack | undefined {
  for (const name of names) findUnsafeValues(files[name], name, problems.report);
  for (const name of requiredFiles) if (!names.includes(name)) problems.report(missingFile(name));
  const read = <Schema extends v.GenericSchema>(
    name: string,
    schema: Schema,
  ): v.InferOutput<Schema> | undefined => {
    const result = v.safeParse(schema, files[name]);
    if (result.success) return result.output;
    for (const issue of result.issues) problems.report(describeIssue(name, issue));
    return undefined;
  };

  const pack: { -readonly [Key in keyof Pack]?: Pack[Key] } = {
    entities: [],
    ...emptyLists(),
  };
  for (const name of names) {
    if (name === 'pack.json') Object.assign(pack, read(name, packFiles.pack));
    else if (name === 'topics.json') pack.topics = read(name, packFiles.topics)?.topics ?? [];
    else if (name === 'sources.json') pack.sources = read(name, packFiles.sources)?.sources ?? [];
    else if (name === 'statements.json') pack.statements = read(name, packFiles.statements)?.statements ?? [];
    else if (name === 'claims.json') pack.claims = read(name, packFiles.claims)?.claims ?? [];
    else if (name === 'events.json') pack.events = read(name, packFiles.events)?.events ?? [];
    else if (/^entities\/[^/]+\.json$/.test(name)) {
      pack.entities = [...(pack.entities ?? []), ...(read(name, packFiles.entities)?.entities ?? [])];
    } else problems.report(unknownFile(name));
  }
  if (problems.count > 0) return undefined;
  const { $schema: _, ...whole } = pack;
  // The parts are checked above; this pass only gives the type, and would catch a forgotten part.
  const result = v.safeParse(Pack, whole);
  if (result.success) return result.output;
  for (const issue of result.issues) problems.report(describeIssue('pack.json', issue));
  return undefined;
}

function emptyLists(): {
  sources: Source[];
  statements: Statement[];
  claims: Claim[];
  events: PackEvent[];
} {
  return { sources: [], statements: [], claims: [], events: [] };
}

function missingFile(name: string): PackProblem {
  return {
    file: name,
    path: '',
    code: 'missingFile',
    values: { name },
  };
}

function unknownFile(name: string): PackProblem {
  return { file: name, path: '', code: 'unknownFile', values: {} };
}
