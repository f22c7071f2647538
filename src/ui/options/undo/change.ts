import type { PlainField, SettingsChange } from '../../../settings/change-settings.ts';

/** Changes the settings; changes with the same `gesture` are undone together. */
export type Change = (wanted: SettingsChange, gesture?: string) => Promise<void>;

/** Makes the callback with which a field's control reports a new value. */
export type SetField = (field: PlainField) => (value: unknown, gesture?: string) => void;
