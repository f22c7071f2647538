import * as v from 'valibot';
import { keyOfException, MatchExceptionSchema } from './match-exception.ts';
import { ReferenceSchema } from './reference-schema.ts';
import { defaultSettings, type MatchException, type Settings } from './settings.ts';
import { readSitePattern } from './site-rules.ts';
import { upgradeSettings } from './upgrade-settings.ts';

/** Longest delay that still counts as hovering; beyond it nobody would connect the card with the pointer. */
export const maxHoverDelayMs = 5000;

const DelayMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxHoverDelayMs));

/** More than any store takes; a file made to hurt may have millions. */
const mostMembers = 20_000;

/** Keeps the good members of a list, once each: one bad entry must not cost the reader the others. */
function listOf<T>(
  read: (member: unknown) => T | undefined,
  keyOf: (member: T) => unknown = (member) => member,
) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((members) => {
      const byKey = new Map<unknown, T>();
      for (const member of members.slice(0, mostMembers)) {
        const good = read(member);
        if (good !== undefined && !byKey.has(keyOf(good))) byKey.set(keyOf(good), good);
      }
      return [...byKey.values()];
    }),
  );
}

function readReference(value: unknown): string | undefined {
  return v.is(ReferenceSchema, value) ? value : undefined;
}

function readException(value: unknown): MatchException | undefined {
  const reading = v.safeParse(MatchExceptionSchema, value);
  return reading.success ? reading.output : undefined;
}

function readPattern(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const reading = readSitePattern(value);
  return 'pattern' in reading ? reading.pattern : undefined;
}

const Topics = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((topics) =>
    Object.fromEntries(
      Object.entries(topics)
        .slice(0, mostMembers)
        .filter(
          (entry): entry is [string, boolean] =>
            v.is(ReferenceSchema, entry[0]) && typeof entry[1] === 'boolean',
        ),
    ),
  ),
);

const { sites, hover, marks } = defaultSettings;

/** One schema for each field; `change-settings.ts` checks a single changed field with them too. */
export const fieldSchemas = {
  enabled: v.boolean(),
  builtInPackEnabled: v.boolean(),
  topics: Topics,
  hiddenEntities: listOf(readReference),
  exceptions: listOf(readException, keyOfException),
  sites: v.object({
    mode: v.fallback(v.picklist(['everywhere-but', 'only']), sites.mode),
    patterns: v.fallback(listOf(readPattern), [...sites.patterns]),
  }),
  density: v.picklist(['first-in-section', 'first-on-page', 'every']),
  extent: v.picklist(['article', 'whole-page']),
  painter: v.picklist(['auto', 'custom-highlight', 'mark-element']),
  marks: v.object({
    line: v.fallback(v.picklist(['varied', 'dotted', 'dashed', 'solid', 'none']), marks.line),
    weight: v.fallback(v.picklist(['soft', 'fine', 'bold']), marks.weight),
    tint: v.fallback(v.picklist(['none', 'faint', 'strong']), marks.tint),
  }),
  hover: v.object({
    isOn: v.fallback(v.boolean(), hover.isOn),
    openDelayMs: v.fallback(DelayMs, hover.openDelayMs),
    closeDelayMs: v.fallback(DelayMs, hover.closeDelayMs),
  }),
  theme: v.picklist(['auto', 'light', 'dark']),
  language: v.pipe(v.string(), v.regex(/^(?:auto|[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*)$/)),
} as const satisfies Record<keyof Settings, v.GenericSchema<unknown, unknown>>;

/**
 * Settings from anything at all: stored by an older or newer version, synced from another machine, damaged.
 * A field that cannot be read falls back to its default alone. Never throws.
 */
export function readSettings(stored: unknown): Settings {
  const fields = upgradeSettings(stored);
  return {
    enabled: readField('enabled', fields),
    builtInPackEnabled: readField('builtInPackEnabled', fields),
    topics: readField('topics', fields),
    hiddenEntities: readField('hiddenEntities', fields),
    exceptions: readField('exceptions', fields),
    sites: readField('sites', fields),
    density: readField('density', fields),
    extent: readField('extent', fields),
    painter: readField('painter', fields),
    marks: readField('marks', fields),
    hover: readField('hover', fields),
    theme: readField('theme', fields),
    language: readField('language', fields),
  };
}

function readField<Field extends keyof Settings>(
  field: Field,
  fields: Readonly<Record<string, unknown>>,
): Settings[Field] {
  if (!Object.hasOwn(fields, field)) return defaultSettings[field];
  const reading = v.safeParse(fieldSchemas[field], fields[field]);
  // The schemas' outputs are the fields' types, but a union of schemas cannot tell which goes with which.
  return reading.success ? (reading.output as Settings[Field]) : defaultSettings[field];
}
