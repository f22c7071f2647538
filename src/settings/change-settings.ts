import * as v from 'valibot';
import { FailureError } from './failure.ts';
import { keyOfException, MatchExceptionSchema } from './match-exception.ts';
import { forgetPack } from './pack-choices.ts';
import { fieldSchemas, readSettings, SiteModeSchema } from './read-settings.ts';
import { ReferenceSchema } from './reference-schema.ts';
import { fieldTitles, type MatchException, type PlainField, type Settings } from './settings.ts';
import { revert, type SettingsDifference, SettingsDifferenceSchema } from './settings-difference.ts';
import { readSitePattern, switchSite } from './site-rules.ts';
import { settingsVersion } from './upgrade-settings.ts';

/**
 * One change by the reader. Lists change member by member: two tabs that each hide an entity must not overwrite one
 * another's choice.
 */
export type SettingsChange =
  | { readonly kind: 'field'; readonly field: PlainField; readonly value: unknown }
  /** `null`: the pack's default. */
  | { readonly kind: 'topic'; readonly topic: string; readonly isOn: boolean | null }
  | { readonly kind: 'entity'; readonly entity: string; readonly isHidden: boolean }
  | { readonly kind: 'exception'; readonly exception: MatchException; readonly isNoted: boolean }
  | { readonly kind: 'site'; readonly pattern: string; readonly isOn: boolean }
  | { readonly kind: 'site-mode'; readonly mode: Settings['sites']['mode'] }
  /** The reader's choices about topics and entities of a pack. */
  | { readonly kind: 'forget-pack'; readonly pack: string }
  /**
   * Whole fields as they were before; invalid ones fall back as in the store. Of lists only what `difference` names.
   */
  | {
      readonly kind: 'restore';
      readonly fields: Readonly<Record<string, unknown>>;
      readonly difference?: SettingsDifference;
    }
  | { readonly kind: 'reset' }
  /** All settings at once, in the stored shape of this or an earlier version. */
  | { readonly kind: 'replace'; readonly settings: unknown };

/** What a card can change: hide an entity, add an exception, switch a topic or a site off. */
export type CardChange =
  | Extract<SettingsChange, { kind: 'entity' | 'exception' }>
  | (Extract<SettingsChange, { kind: 'topic' | 'site' }> & { readonly isOn: false });

const EntityChange = v.object({
  kind: v.literal('entity'),
  entity: ReferenceSchema,
  isHidden: v.boolean(),
});
const TopicChange = v.object({
  kind: v.literal('topic'),
  topic: ReferenceSchema,
  isOn: v.nullable(v.boolean()),
});
const ExceptionChange = v.object({
  kind: v.literal('exception'),
  exception: MatchExceptionSchema,
  isNoted: v.boolean(),
});
const SiteChange = v.object({ kind: v.literal('site'), pattern: v.string(), isOn: v.boolean() });

/** For messages: a change comes from another context and is validated like any other message. */
export const SettingsChangeSchema: v.GenericSchema<unknown, SettingsChange> = v.variant('kind', [
  v.object({
    kind: v.literal('field'),
    field: v.picklist(Object.keys(fieldTitles) as PlainField[]),
    value: v.unknown(),
  }),
  TopicChange,
  EntityChange,
  ExceptionChange,
  SiteChange,
  v.object({ kind: v.literal('site-mode'), mode: SiteModeSchema }),
  v.object({ kind: v.literal('forget-pack'), pack: v.string() }),
  v.object({
    kind: v.literal('restore'),
    fields: v.record(v.string(), v.unknown()),
    difference: v.exactOptional(SettingsDifferenceSchema),
  }),
  v.object({ kind: v.literal('reset') }),
  v.object({ kind: v.literal('replace'), settings: v.unknown() }),
]);

/** A card cannot switch a topic or a site on: that would overrule a reader who switched it off elsewhere. */
export const CardChangeSchema: v.GenericSchema<unknown, CardChange> = v.variant('kind', [
  EntityChange,
  ExceptionChange,
  v.object({ ...TopicChange.entries, isOn: v.literal(false) }),
  v.object({ ...SiteChange.entries, isOn: v.literal(false) }),
]);

/** @throws FailureError naming the field, if the new value is not valid for it */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  switch (change.kind) {
    case 'field':
      return changeField(settings, change.field, change.value);
    case 'topic':
      return { ...settings, topics: changeTopic(settings.topics, change.topic, change.isOn) };
    case 'entity':
      return {
        ...settings,
        hiddenEntities: withMember(settings.hiddenEntities, change.entity, change.isHidden),
      };
    case 'exception':
      return {
        ...settings,
        exceptions: withMember(settings.exceptions, change.exception, change.isNoted, keyOfException),
      };
    case 'site':
      return changeSite(settings, change.pattern, change.isOn);
    case 'site-mode':
      return { ...settings, sites: { ...settings.sites, mode: change.mode } };
    case 'forget-pack':
      return forgetPack(settings, change.pack);
    case 'restore':
      return restoreSettings(settings, change.fields, change.difference);
    case 'reset':
      return readSettings({});
    case 'replace':
      return readSettings(change.settings);
  }
}

function restoreSettings(
  settings: Settings,
  fields: Readonly<Record<string, unknown>>,
  difference: SettingsDifference | undefined,
): Settings {
  const restored = readSettings({ ...settings, ...fields, version: settingsVersion });
  // Validated again: patterns and list lengths in a message are as untrusted as in the store.
  return difference ? readSettings({ ...revert(restored, difference), version: settingsVersion }) : restored;
}

function changeTopic(topics: Settings['topics'], topic: string, isOn: boolean | null): Settings['topics'] {
  const { [topic]: _, ...others } = topics;
  return isOn === null ? others : { ...others, [topic]: isOn };
}

function changeField(settings: Settings, field: PlainField, value: unknown): Settings {
  const reading = v.safeParse(fieldSchemas[field], value);
  if (!reading.success) throw new FailureError({ code: 'wrongSetting', values: { field } });
  return readSettings({ ...settings, [field]: reading.output });
}

function changeSite(settings: Settings, text: string, isOn: boolean): Settings {
  const reading = readSitePattern(text);
  if ('problem' in reading) throw new FailureError({ code: 'noSite', values: { text } });
  return { ...settings, sites: switchSite(settings.sites, reading.pattern, isOn) };
}

function withMember<T>(
  members: readonly T[],
  member: T,
  isWanted: boolean,
  keyOf: (member: T) => unknown = (one) => one,
): readonly T[] {
  const others = members.filter((other) => keyOf(other) !== keyOf(member));
  return isWanted ? [...others, member] : others;
}
