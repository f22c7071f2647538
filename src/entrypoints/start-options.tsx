import { getShortcuts, openShortcutSettings } from '../browser-api/shortcuts.ts';
import {
  bringBack,
  importState,
  readKeptState,
  resetState,
  writeKeptState,
} from '../extension-pages/kept-state.ts';
import { managePacks } from '../extension-pages/manage-packs.ts';
import { callBackground } from '../messaging/call-background.ts';
import { readStateBefore } from '../storage/state-before.ts';
import type { OptionsBeginning, OptionsServices } from '../ui/options/options-services.ts';
import { showOptions } from '../ui/options/options-view.tsx';
import type { SettingsStoreCalls } from '../ui/options/undo/settings-keeper.ts';

/** What the first entry point has watched since before it asked. */
interface Watched extends Pick<OptionsServices, 'watchSettings'> {
  watchPacks(onChange: () => void): void;
}

/** Draws the options page. */
export function startOptions(beginning: OptionsBeginning, { watchSettings, watchPacks }: Watched): void {
  const startPackWorker = () => new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });
  const packs = managePacks(startPackWorker, watchPacks);
  const settings: SettingsStoreCalls = {
    readSettings: () => callBackground('getSettings'),
    changeSettings: (change) => callBackground('changeSettings', change),
  };
  const kept = { ...settings, packs };

  const services: OptionsServices = {
    ...settings,
    watchSettings,
    getPacks: () => callBackground('getPacks'),
    packs,
    listEntities: () => callBackground('listEntities'),
    getEntities: (refs) => callBackground('getEntities', { refs: [...refs] }),
    keep: {
      readState: () => readKeptState(kept),
      writeFile: () => writeKeptState(kept),
      readFile: (file) => packs.readExport(file, file.name),
      importState: (state) => importState(kept, state),
      reset: (removesPacks) => resetState(kept, removesPacks),
      readBefore: readStateBefore,
      bringBack: () => bringBack(kept),
    },
    getShortcuts,
    openShortcutSettings,
    whenLeaving: (flush) => addEventListener('pagehide', flush),
  };
  const place = document.getElementById('place');
  if (place !== null) void showOptions(place, services, beginning);
}
