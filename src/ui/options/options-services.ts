import type { EntityNames, PackOverview } from '../../contracts/messages.ts';
import type { Settings } from '../../settings/settings.ts';
import type { BackupServices } from './backup/backup-section.tsx';
import type { KeptSectionServices } from './backup/kept-section.tsx';
import type { PackServices } from './packs/pack-services.ts';
import type { Shortcut } from './shortcut-list.tsx';
import type { SettingsStoreCalls } from './undo/undoable-settings.ts';

/** What the options page needs from outside `ui`; the entry point passes it in. */
export interface OptionsServices extends SettingsStoreCalls {
  /** Calls back with the settings after each change, wherever it was made. */
  watchSettings(onChange: (settings: Settings) => void): void;
  getPacks(): Promise<readonly PackOverview[]>;
  readonly packs: PackServices;
  /** Every entity of every enabled pack. */
  listEntities(): Promise<readonly EntityNames[]>;
  /** Titles of the given entities, as far as a pack knows them. */
  getEntities(refs: readonly string[]): Promise<readonly { readonly ref: string; readonly title: string }[]>;
  readonly kept: KeptSectionServices;
  readonly backup: BackupServices;
  /** Calls back after each change of packs or of what is kept. */
  watchStored(onChange: () => void): void;
  getShortcuts(): Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for shortcuts; resolves to false if that is not possible. */
  openShortcutSettings(): Promise<boolean>;
}

/** What the page needs before it can render its form. */
export interface OptionsBeginning {
  readonly settings: Promise<Settings>;
  readonly packs: Promise<readonly PackOverview[]>;
}
