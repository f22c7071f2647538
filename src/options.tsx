import { callBackground } from './browser/call-background.ts';
import { managePacks } from './browser/manage-packs.ts';
import { getShortcuts, openShortcutSettings } from './browser/shortcuts.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { showOptions } from './ui/options-view.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const startPackWorker = () => new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });

const place = document.getElementById('place');
if (place !== null) {
  showOptions(place, {
    readSettings: () => callBackground('getSettings'),
    watchSettings: (onChange) => watchStoredSettings(onChange, closing.signal),
    changeSettings: (change) => callBackground('changeSettings', change),
    getPacks: () => callBackground('getPacks'),
    packs: managePacks(startPackWorker, closing.signal),
    listEntities: () => callBackground('listEntities'),
    getEntities: (refs) => callBackground('getEntities', { refs: [...refs] }),
    getShortcuts,
    openShortcutSettings,
    whenLeaving: (flush) => addEventListener('pagehide', flush),
  });
}
