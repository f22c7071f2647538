import * as v from 'valibot';
import { keyOfException, MatchExceptionSchema } from './match-exception.ts';
import { SiteModeSchema } from './read-settings.ts';
import { ReferenceSchema } from './reference-schema.ts';
import type { MatchException, Settings } from './settings.ts';

/** What a change did to a list. */
interface ListDifference<T> {
  readonly added: readonly T[];
  /** Each with its former index, ascending. */
  readonly removed: readonly { readonly at: number; readonly member: T }[];
}

/** What a change did to the settings with many members, so that exactly this change can be undone. */
export interface SettingsDifference {
  /** Each topic's former choice; `null`: the pack's default. */
  readonly topics: Readonly<Record<string, boolean | null>>;
  /** The former value as a whole, if the mode changed: under the other mode a pattern means the opposite. */
  readonly sites?: Settings['sites'];
  readonly patterns: ListDifference<string>;
  readonly hiddenEntities: ListDifference<string>;
  readonly exceptions: ListDifference<MatchException>;
}

function differenceOf<T>(member: v.GenericSchema<unknown, T>) {
  const place = v.pipe(v.number(), v.integer(), v.minValue(0));
  return v.object({ added: v.array(member), removed: v.array(v.object({ at: place, member })) });
}

export const SettingsDifferenceSchema: v.GenericSchema<unknown, SettingsDifference> = v.object({
  topics: v.record(ReferenceSchema, v.nullable(v.boolean())),
  sites: v.exactOptional(v.object({ mode: SiteModeSchema, patterns: v.array(v.string()) })),
  patterns: differenceOf(v.string()),
  hiddenEntities: differenceOf(ReferenceSchema),
  exceptions: differenceOf(MatchExceptionSchema),
});

/** The differences in topics, sites, hidden entities and exceptions; single values are not compared. */
export function findDifference(before: Settings, after: Settings): SettingsDifference {
  const topics = [...new Set([...Object.keys(before.topics), ...Object.keys(after.topics)])]
    .filter((topic) => before.topics[topic] !== after.topics[topic])
    .map((topic) => [topic, before.topics[topic] ?? null]);
  return {
    topics: Object.fromEntries(topics),
    ...(before.sites.mode !== after.sites.mode && { sites: before.sites }),
    patterns: compareLists(before.sites.patterns, after.sites.patterns),
    hiddenEntities: compareLists(before.hiddenEntities, after.hiddenEntities),
    exceptions: compareLists(before.exceptions, after.exceptions, keyOfException),
  };
}

/** Undoes the change in the settings. Later changes by others to the same lists are kept. */
export function revert(settings: Settings, difference: SettingsDifference): Settings {
  const topics: Record<string, boolean> = {};
  for (const [topic, isOn] of Object.entries({ ...settings.topics, ...difference.topics }))
    if (isOn !== null) topics[topic] = isOn;
  return {
    ...settings,
    topics,
    sites: restoreSites(settings.sites, difference),
    hiddenEntities: restoreList(settings.hiddenEntities, difference.hiddenEntities),
    exceptions: restoreList(settings.exceptions, difference.exceptions, keyOfException),
  };
}

function restoreSites(
  { mode, patterns }: Settings['sites'],
  { sites, patterns: difference }: SettingsDifference,
): Settings['sites'] {
  if (sites === undefined) return { mode, patterns: restoreList(patterns, difference) };
  // A pattern added since under the other mode switched its site the opposite way: it must not be restored.
  const isSwitchedSince = (pattern: string) =>
    patterns.includes(pattern) && difference.removed.some(({ member }) => member === pattern);
  return { mode: sites.mode, patterns: sites.patterns.filter((pattern) => !isSwitchedSince(pattern)) };
}

function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (member: T) => unknown = (member) => member,
): ListDifference<T> {
  const keysBefore = new Set(before.map(keyOf));
  const keysAfter = new Set(after.map(keyOf));
  return {
    added: after.filter((member) => !keysBefore.has(keyOf(member))),
    removed: before
      .map((member, at) => ({ at, member }))
      .filter(({ member }) => !keysAfter.has(keyOf(member))),
  };
}

function restoreList<T>(
  members: readonly T[],
  { added, removed }: ListDifference<T>,
  keyOf: (member: T) => unknown = (member) => member,
): readonly T[] {
  const taken = new Set(added.map(keyOf));
  const restored = members.filter((member) => !taken.has(keyOf(member)));
  const there = new Set(restored.map(keyOf));
  for (const { at, member } of removed) if (!there.has(keyOf(member))) restored.splice(at, 0, member);
  return restored;
}
