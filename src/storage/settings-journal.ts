import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { changeSettings, type SettingsChange, SettingsChangeSchema } from '../settings/change-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { journalKey } from '../settings/settings-keys.ts';

/**
 * The changes that the reader has made and storage.sync has not taken yet, in order. They lie in storage.local, which has
 * no rate: a background that is killed between two writes finds them when it wakes, and they hold meanwhile.
 */
export interface SettingsJournal {
  read(): Promise<SettingsChange[]>;
  write(changes: readonly SettingsChange[]): Promise<void>;
}

export function openSettingsJournal(): SettingsJournal {
  const store = browser.storage.local;
  return {
    read: async () => readJournal((await store.get(journalKey))[journalKey]),
    async write(changes) {
      if (changes.length === 0) await store.remove(journalKey);
      else await store.set({ [journalKey]: changes });
    },
  };
}

/** Each entry stands alone: one that cannot be read costs only itself. Never throws. */
function readJournal(stored: unknown): SettingsChange[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((entry): entry is SettingsChange => v.is(SettingsChangeSchema, entry));
}

/** The settings after changes of which some may no longer be possible: those are passed over. */
export function applyChanges(settings: Settings, changes: readonly SettingsChange[]): Settings {
  return changes.reduce((held, change) => {
    try {
      return changeSettings(held, change);
    } catch {
      return held;
    }
  }, settings);
}
