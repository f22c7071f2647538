import type { SettingsChange } from './change-settings.ts';
import type { PlainField, Settings } from './settings.ts';
import { findDifference } from './settings-difference.ts';

/**
 * The change that undoes `change`, given the settings before and after it. Of lists it reverts only the members that
 * changed, so that another tab's changes to the same list are kept; everything else is reverted field by field.
 */
export function undoChange(before: Settings, change: SettingsChange, after: Settings): SettingsChange {
  // As a field change it is batched with others of the field while a slider is dragged.
  if (change.kind === 'field') return { kind: 'field', field: change.field, value: before[change.field] };
  const { topics, hiddenEntities, exceptions, sites, ...fields } = differingFields(before, after);
  return {
    kind: 'restore',
    fields: fields satisfies Partial<Record<PlainField, unknown>>,
    difference: findDifference(before, after),
  };
}

/** Whether two settings are equal in every field. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  return Object.keys(differingFields(one, other)).length === 0;
}

/** The fields of `before` that differ in `after`. */
function differingFields(before: Settings, after: Settings): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(before).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(after[field as keyof Settings]),
    ),
  );
}
