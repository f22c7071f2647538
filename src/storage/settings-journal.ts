import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { changeSettings, type SettingsChange, SettingsChangeSchema } from '../settings/change-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { journalKey } from '../settings/settings-keys.ts';

/**
 * The reader's changes that are not in storage.sync yet, in order. They are in storage.local, which has no
 * rate limit: a background that is stopped between two writes finds them when it starts again, and they apply
 * meanwhile.
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

/** Entries are independent: an unreadable one is dropped alone. Never throws. */
function readJournal(stored: unknown): SettingsChange[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((entry): entry is SettingsChange => v.is(SettingsChangeSchema, entry));
}

/** Applies the changes, and skips those that are no longer possible. */
export function applyChanges(settings: Settings, changes: readonly SettingsChange[]): Settings {
  return changes.reduce((held, change) => {
    try {
      return changeSettings(held, change);
    } catch {
      return held;
    }
  }, settings);
}
