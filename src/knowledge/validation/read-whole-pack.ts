import * as v from 'valibot';
import { findBroadNames } from '../name-checks/find-broad-names.ts';
import { maxNames, maxTopics } from '../pack-limits.ts';
import type { PathStep } from '../pack-path.ts';
import type { PackProblem } from '../pack-problem.ts';
import { Pack } from '../pack-schema.ts';
import { ProblemList } from '../problem-list.ts';
import { isKept } from '../qualify-pack.ts';
import { describeIssue } from './describe-issue.ts';
import { findDanglingReferences, findEditionCycles, findRepeatedIds } from './find-broken-links.ts';
import { findUnsafeValues } from './find-unsafe-values.ts';

export type WholePack =
  | { readonly pack: Pack; readonly problems?: undefined }
  | { readonly pack?: undefined; readonly problems: PackProblem[] };

const { topics, sources, entities, statements, claims, events, ...infoEntries } = Pack.entries;
const listSchemas = { topics, sources, entities, statements, claims, events };
type ListName = keyof typeof listSchemas;
const listNames = Object.keys(listSchemas) as ListName[];

/**
 * Reads a pack from the parsed JSON of one file with the whole pack. The data is untrusted: nothing throws, time and
 * memory are bounded by the limits of `pack-limits.ts`, and half a pack is never returned.
 *
 * @param data the result of `parseBoundedJson`: its nesting is bounded
 * @param file what problems call the file
 */
export function readWholePack(data: unknown, file: string): WholePack {
  const problems = new ProblemList();
  const refused = () => ({ problems: problems.finish(file) });
  if (typeof data !== 'object' || data === null || Array.isArray(data) || !hasAnyList(data)) {
    problems.report({ file, path: '', code: 'noPack', values: {} });
    return refused();
  }
  if (!findUnsafeValues(data, file, problems.report)) return refused();
  const pack = parseFields(data, file, problems);
  if (!pack) return refused();
  if (isKept(pack.id)) problems.report({ file, path: 'id', code: 'idOfKeptStory', values: { id: pack.id } });

  const fileOf = () => file;
  findRepeatedIds(pack, fileOf, problems.report);
  findDanglingReferences(pack, fileOf, problems.report);
  findEditionCycles(pack, fileOf, problems.report);
  checkCounts(pack, file, problems);
  // Checking names one by one is worthwhile only if their number is allowed.
  if (problems.count === 0) findBroadNames(pack, fileOf, problems.report);
  return problems.count > 0 ? refused() : { pack };
}

/**
 * An object without any list of a pack is a file of another kind: every missing or unknown field would be a problem.
 */
function hasAnyList(data: object): boolean {
  return listNames.some((name) => Object.hasOwn(data, name));
}

/**
 * Validates the schema entry by entry: one entry of a hostile file can violate it in a million places, and the schema
 * library would describe each of them. So each entry is validated with abort at its first fault, and all faults of an
 * invalid entry are listed only if it is of ordinary size.
 */
function parseFields(data: object, file: string, problems: ProblemList): Pack | undefined {
  const { lists, info } = splitLists(data);
  const infoResult = v.safeParse(v.strictObject(infoEntries), info);
  for (const issue of infoResult.issues ?? []) problems.report(describeIssue(file, issue));

  const parsed: Partial<Record<ListName, unknown[]>> = {};
  for (const name of listNames) {
    const list = lists[name];
    if (!Array.isArray(list)) {
      const { issues } = v.safeParse(listSchemas[name], list);
      for (const issue of issues ?? []) {
        problems.report(describeIssue(file, issue, [{ key: name, isListItem: false, value: list }]));
      }
      continue;
    }
    parsed[name] = parseEntries(name, list, file, problems);
  }
  if (problems.count > 0 || !infoResult.success) return undefined;
  // Each list has the output of its own schema.
  return { ...infoResult.output, ...(parsed as Pick<Pack, ListName>) };
}

function splitLists(data: object): { lists: Partial<Record<ListName, unknown>>; info: object } {
  const lists: Partial<Record<ListName, unknown>> = {};
  const info: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (Object.hasOwn(listSchemas, key)) lists[key as ListName] = value;
    else info[key] = value;
  }
  return { lists, info };
}

function parseEntries(
  name: ListName,
  list: readonly unknown[],
  file: string,
  problems: ProblemList,
): unknown[] {
  const schema = listSchemas[name];
  const parsed: unknown[] = [];
  for (const [key, value] of list.entries()) {
    const result = v.safeParse(schema.item, value, { abortEarly: true });
    if (result.success) {
      parsed.push(result.output);
      continue;
    }
    const isFullyReported = !problems.isFull && isOrdinary(value);
    const { issues } = isFullyReported ? v.safeParse(schema.item, value) : result;
    const within: PathStep[] = [
      { key: name, isListItem: false, value: list },
      { key, isListItem: true, value },
    ];
    for (const issue of issues ?? []) problems.report(describeIssue(file, issue, within));
  }
  return parsed;
}

/**
 * The number of values up to which all faults of an entry are listed; the built-in pack's largest entity has about 900.
 */
const ordinaryValues = 5_000;

function isOrdinary(entry: unknown): boolean {
  let values = 0;
  const count = (value: unknown): boolean => {
    values += 1;
    if (values > ordinaryValues) return false;
    return typeof value !== 'object' || value === null || Object.values(value).every(count);
  };
  return count(entry);
}

/** What the schema of a single entry cannot check. */
function checkCounts(pack: Pack, file: string, problems: ProblemList): void {
  const names = pack.entities.reduce((sum, entity) => sum + entity.names.length, 0);
  const counts = [
    { path: 'entities', code: 'tooManyNames', count: names, most: maxNames },
    { path: 'topics', code: 'tooManyTopics', count: pack.topics.length, most: maxTopics },
  ] as const;
  for (const { path, code, count, most } of counts) {
    if (count > most) problems.report({ file, path, code, values: { count, most } });
  }
}
