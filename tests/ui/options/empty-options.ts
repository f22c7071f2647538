import { readExportFile } from '../../../src/settings/export/read-export-file.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import type { OptionsServices } from '../../../src/ui/options/options-services.ts';
import { emptyState } from '../../settings/export/empty-state.ts';

/**
 * The services of an options page without content: no packs, no entities, nothing stored. Tests replace what they need.
 */
export function makeEmptyOptions(settings: Settings): OptionsServices {
  const nothing = async () => undefined;
  return {
    readSettings: async () => settings,
    watchSettings: () => undefined,
    changeSettings: async () => settings,
    getPacks: async () => [],
    packs: {
      list: async () => [],
      watch: () => undefined,
      startImport: () => ({
        read: async () => ({ problems: [] }),
        store: async () => async () => true,
        stop: () => undefined,
      }),
      enable: nothing,
      order: nothing,
      remove: async () => async () => true,
      readStorage: async () => ({ isPersisted: false, gone: [] }),
      forgetGone: nothing,
    },
    listEntities: async () => [],
    getEntities: async () => [],
    getShortcuts: async () => [],
    openShortcutSettings: async () => false,
    kept: {
      read: async () => ({ articles: 0, stories: 0, storedBytes: undefined, isPersisted: false }),
      watch: () => undefined,
      deleteAll: nothing,
    },
    watchStored: () => undefined,
    backup: {
      readState: async () => emptyState,
      writeFile: async () => ({
        file: new Blob(),
        state: emptyState,
      }),
      readFile: async (file) => readExportFile(await file.text(), file.name),
      readRestorePoint: nothing,
      importState: async () => [],
      reset: nothing,
      restorePrevious: async () => [],
    },
  };
}
