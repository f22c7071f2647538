import type { SettingsChange } from '../../../settings/change-settings.ts';
import type { PlainField } from '../../../settings/settings.ts';

/** Changes the settings; changes under one `gesture` are taken back together. */
export type Change = (wanted: SettingsChange, gesture?: string) => Promise<void>;

/** Makes of a field what its control calls with a new value. */
export type SetField = (field: PlainField) => (value: unknown, gesture?: string) => void;
