import { createContext } from 'preact';
import type { SettingsChange } from '../../../settings/change-settings.ts';
import type { Settings } from '../../../settings/settings.ts';

/** What decides whether an entity is marked on pages, and how to change it. */
export interface Marking {
  readonly settings: Settings;
  /** Whether a topic is on unless the reader says otherwise; by its reference. */
  isOnByDefault(topic: string): boolean;
  /** Resolves when it is stored; rejects if it could not be. */
  change(change: SettingsChange): Promise<void>;
}

/** Undefined until the settings are known. */
export const MarkingContext = createContext<Marking | undefined>(undefined);
