import { callBackground } from './browser/call-background.ts';
import { readPackTexts } from './browser/read-pack-texts.ts';
import { readStoredSettings } from './browser/read-stored-settings.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { watchPacks } from './browser/watch-packs.ts';
import { connectDesk } from './ui/library/desk-port.ts';
import { showLibrary } from './ui/library/library.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const place = document.getElementById('place');
if (place !== null) {
  const worker = new Worker(new URL('./library-worker.ts', import.meta.url), { type: 'module' });
  showLibrary(place, {
    desk: connectDesk(worker),
    readPacks: readPackTexts,
    watchPacks: (onChange) => watchPacks(onChange, closing.signal),
    watchAppearance(onChange) {
      watchStoredSettings(onChange, closing.signal);
      void readStoredSettings().then(onChange);
    },
    openSettings: () => callBackground('openOptions', {}),
  });
}
