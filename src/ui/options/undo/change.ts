import type { SettingsChange } from '../../../settings/change-settings.ts';
import type { PlainField } from '../../../settings/settings.ts';

/** Changes the settings. @param name of the entity that is changed, so that the change can be reported with it */
export type Change = (wanted: SettingsChange, name?: string) => Promise<void>;

/** Makes the callback with which a field's control reports a new value. */
export type SetField = (field: PlainField) => (value: unknown) => void;
