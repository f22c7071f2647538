import * as v from 'valibot';
import { keyOfException, MatchExceptionSchema } from './match-exception.ts';
import { ReferenceSchema } from './reference-schema.ts';
import {
  type Density,
  defaultSettings,
  type Extent,
  type HighlighterChoice,
  type MarkStyle,
  type MatchException,
  type Settings,
} from './settings.ts';
import { readSitePattern } from './site-rules.ts';
import { upgradeSettings } from './upgrade-settings.ts';

/** Longest delay that still counts as hovering; beyond it no reader would connect the card with the pointer. */
export const maxHoverDelayMs = 5000;

const DelayMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxHoverDelayMs));

/** More than any store holds; a malicious file may have millions. */
const maxMembers = 20_000;

/** Keeps the valid members of a list, once each: one bad entry must not cost the reader the others. */
function listOf<T>(
  read: (member: unknown) => T | undefined,
  keyOf: (member: T) => unknown = (member) => member,
) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((members) => {
      const byKey = new Map<unknown, T>();
      for (const member of members.slice(0, maxMembers)) {
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

/**
 * One of a field's values. A record, because an incomplete list would compile, and the reader's choice would be
 * refused.
 */
function choiceOf<Value extends string>(values: Readonly<Record<Value, true>>) {
  return v.picklist(Object.keys(values) as Value[]);
}

export const SiteModeSchema = choiceOf<Settings['sites']['mode']>({ 'everywhere-but': true, only: true });

const Topics = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((topics) =>
    Object.fromEntries(
      Object.entries(topics)
        .slice(0, maxMembers)
        .filter(
          (entry): entry is [string, boolean] =>
            v.is(ReferenceSchema, entry[0]) && typeof entry[1] === 'boolean',
        ),
    ),
  ),
);

const { sites, hover, marks } = defaultSettings;

/** One schema for each field; `change-settings.ts` validates single changed fields with them, too. */
export const fieldSchemas = {
  enabled: v.boolean(),
  builtInPackEnabled: v.boolean(),
  topics: Topics,
  hiddenEntities: listOf(readReference),
  exceptions: listOf(readException, keyOfException),
  sites: v.object({
    mode: v.fallback(SiteModeSchema, sites.mode),
    patterns: v.fallback(listOf(readPattern), [...sites.patterns]),
  }),
  density: choiceOf<Density>({ 'first-in-section': true, 'first-on-page': true, every: true }),
  extent: choiceOf<Extent>({ article: true, 'whole-page': true }),
  painter: choiceOf<HighlighterChoice>({ auto: true, 'custom-highlight': true, 'mark-element': true }),
  marks: v.object({
    usesTopicColors: v.fallback(v.boolean(), marks.usesTopicColors),
    line: v.fallback(
      choiceOf<MarkStyle['line']>({ varied: true, dotted: true, dashed: true, solid: true, none: true }),
      marks.line,
    ),
    weight: v.fallback(choiceOf<MarkStyle['weight']>({ soft: true, fine: true, bold: true }), marks.weight),
    tint: v.fallback(choiceOf<MarkStyle['tint']>({ none: true, faint: true, strong: true }), marks.tint),
  }),
  hover: v.object({
    isOn: v.fallback(v.boolean(), hover.isOn),
    openDelayMs: v.fallback(DelayMs, hover.openDelayMs),
    closeDelayMs: v.fallback(DelayMs, hover.closeDelayMs),
  }),
  theme: choiceOf<Settings['theme']>({ auto: true, light: true, dark: true }),
  language: v.pipe(v.string(), v.regex(/^(?:auto|[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*)$/)),
} as const satisfies Record<keyof Settings, v.GenericSchema<unknown, unknown>>;

/**
 * Settings from any value: stored by an older or newer version, synced from another machine, damaged. A field that
 * cannot be read falls back to its default alone. Never throws.
 */
export function readSettings(stored: unknown): Settings {
  const fields = upgradeSettings(stored);
  const read = Object.keys(fieldSchemas).map((field) => [field, readField(field as keyof Settings, fields)]);
  return Object.fromEntries(read) as Settings;
}

function readField<Field extends keyof Settings>(
  field: Field,
  fields: Readonly<Record<string, unknown>>,
): Settings[Field] {
  if (!Object.hasOwn(fields, field)) return defaultSettings[field];
  const reading = v.safeParse(fieldSchemas[field], fields[field]);
  // The schemas' outputs are the fields' types, but TypeScript cannot pair the members of the union.
  return reading.success ? (reading.output as Settings[Field]) : defaultSettings[field];
}
