import { getShortcuts, openShortcutSettings } from '../browser-api/shortcuts.ts';
import {
  importState,
  readBackupSummary,
  resetState,
  restorePrevious,
  writeBackup,
} from '../extension-pages/backup.ts';
import { deleteAllKept, readKeptUsage } from '../extension-pages/kept-backup.ts';
import { managePacks } from '../extension-pages/manage-packs.ts';
import { callBackground } from '../messaging/call-background.ts';
import { readRestorePoint } from '../storage/restore-point.ts';
import { watchKept } from '../storage/watch-kept.ts';
import type { OptionsBeginning, OptionsServices } from '../ui/options/options-services.ts';
import { showOptions } from '../ui/options/options-view.tsx';
import type { SettingsStoreCalls } from '../ui/options/undo/undoable-settings.ts';

/** What the first entry point has been watching since before its first request. */
interface Watched extends Pick<OptionsServices, 'watchSettings'> {
  watchPacks(onChange: () => void): void;
  readonly signal: AbortSignal;
}

/** Renders the options page. */
export function startOptions(
  beginning: OptionsBeginning,
  { watchSettings, watchPacks, signal }: Watched,
): void {
  const startPackWorker = () => new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });
  const packs = managePacks(startPackWorker, watchPacks);
  const settings: SettingsStoreCalls = {
    readSettings: () => callBackground('getSettings'),
    changeSettings: (change) => callBackground('changeSettings', change),
  };
  const parts = { ...settings, packs };

  const services: OptionsServices = {
    ...settings,
    watchSettings,
    getPacks: () => callBackground('getPacks'),
    packs,
    listEntities: () => callBackground('listEntities'),
    getEntities: (refs) => callBackground('getEntities', { refs: [...refs] }),
    kept: {
      read: readKeptUsage,
      watch: (onChange) => watchKept(onChange, signal),
      deleteAll: deleteAllKept,
    },
    watchStored(onChange) {
      packs.watch(onChange);
      watchKept(onChange, signal);
    },
    backup: {
      readState: () => readBackupSummary(parts),
      writeFile: () => writeBackup(parts),
      readFile: (file) => packs.readExport(file, file.name),
      importState: (state) => importState(parts, state),
      reset: (removes) => resetState(parts, removes),
      readRestorePoint: readRestorePoint,
      restorePrevious: () => restorePrevious(parts),
    },
    getShortcuts,
    openShortcutSettings,
  };
  const root = document.getElementById('root');
  if (root !== null) void showOptions(root, services, beginning);
}
