import type { SettingsChange } from '../../../settings/change-settings.ts';
import type { PlainField } from '../../../settings/settings.ts';

/** Changes the settings. */
export type Change = (wanted: SettingsChange) => Promise<void>;

/** Makes the callback with which a field's control reports a new value. */
export type SetField = (field: PlainField) => (value: unknown) => void;
