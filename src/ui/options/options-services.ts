import type { EntityNames, PackOverview } from '../../contracts/messages.ts';
import type { Settings } from '../../settings/settings.ts';
import type { BackupServices } from './backup/backup-section.tsx';
import type { PackServices } from './packs/pack-services.ts';
import type { Shortcut } from './shortcut-list.tsx';
import type { SettingsStoreCalls } from './undo/undoable-settings.ts';

/** What the options page needs from outside `ui`, passed in by the entry point. */
export interface OptionsServices extends SettingsStoreCalls {
  /** Tells settings that were changed anywhere. */
  watchSettings(onChange: (settings: Settings) => void): void;
  getPacks(): Promise<readonly PackOverview[]>;
  readonly packs: PackServices;
  /** Every entity of every pack that is on. */
  listEntities(): Promise<readonly EntityNames[]>;
  /** Titles of those entities that a pack knows. */
  getEntities(refs: readonly string[]): Promise<readonly { readonly ref: string; readonly title: string }[]>;
  readonly backup: BackupServices;
  getShortcuts(): Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for shortcuts; resolves to false where there is no way to it. */
  openShortcutSettings(): Promise<boolean>;
}

/** What the page needs before it can draw its form. */
export interface OptionsBeginning {
  readonly settings: Promise<Settings>;
  readonly packs: Promise<readonly PackOverview[]>;
}
