import type { SettingsChange } from './change-settings.ts';
import type { PlainField, Settings } from './settings.ts';
import { findDifference } from './settings-difference.ts';

/**
 * The change that takes `change` back, where `before` and `after` are the settings around it. Of lists only those members
 * are taken back that it moved, so that what another tab did to the same list in the meantime stays; everything else field by
 * field.
 */
export function undoChange(before: Settings, change: SettingsChange, after: Settings): SettingsChange {
  // As a field's change it is gathered with others of the field while a slider is dragged.
  if (change.kind === 'field') return { kind: 'field', field: change.field, value: before[change.field] };
  const { topics, hiddenEntities, exceptions, sites, ...fields } = differingFields(before, after);
  return {
    kind: 'restore',
    fields: fields satisfies Partial<Record<PlainField, unknown>>,
    difference: findDifference(before, after),
  };
}

/** Whether two settings hold the same in every field. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  return Object.keys(differingFields(one, other)).length === 0;
}

/** The fields of `before` that `after` has otherwise. */
function differingFields(before: Settings, after: Settings): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(before).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(after[field as keyof Settings]),
    ),
  );
}
