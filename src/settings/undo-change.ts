import type { SettingsChange } from './change-settings.ts';
import type { Settings } from './settings.ts';

/**
 * The change that takes `change` back, where `before` and `after` are the settings around it. Members of lists are taken
 * back one by one, so that what another tab did to the same list in the meantime stays; everything else field by field.
 */
export function undoChange(before: Settings, change: SettingsChange, after: Settings): SettingsChange {
  switch (change.kind) {
    case 'topic':
      return { kind: 'topic', topic: change.topic, isOn: before.topics[change.topic] ?? null };
    case 'entity':
      return {
        kind: 'entity',
        entity: change.entity,
        isHidden: before.hiddenEntities.includes(change.entity),
      };
    case 'exception':
      return { ...change, isNoted: !change.isNoted };
    case 'field':
      return { kind: 'field', field: change.field, value: before[change.field] };
    default:
      return { kind: 'restore', fields: differingFields(before, after) };
  }
}

/** Whether two settings hold the same in every field. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  return Object.keys(differingFields(one, other)).length === 0;
}

/** The fields of `before` that `after` has otherwise. */
function differingFields(before: Settings, after: Settings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(before).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(after[field as keyof Settings]),
    ),
  );
}
