import { callBackground } from './browser/call-background.ts';
import { readPackTexts } from './browser/read-pack-texts.ts';
import { readStoredSettings } from './browser/read-stored-settings.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { watchPacks } from './browser/watch-packs.ts';
import { showLibrary } from './ui/library/library.tsx';
import type { LibraryDesk, LibraryOverview } from './ui/library/library-desk.ts';

/** Draws the library. @param firstOverview of the packs that `desk` is taking in */
export function startLibrary(desk: LibraryDesk, firstOverview: Promise<LibraryOverview>): void {
  const closing = new AbortController();
  addEventListener('pagehide', () => closing.abort());

  const place = document.getElementById('place');
  if (place === null) return;
  showLibrary(
    place,
    {
      desk,
      readPacks: readPackTexts,
      watchPacks: (onChange) => watchPacks(onChange, closing.signal),
      watchAppearance(onChange) {
        watchStoredSettings(onChange, closing.signal);
        void readStoredSettings().then(onChange);
      },
      openSettings: () => callBackground('openOptions', {}),
    },
    firstOverview,
  );
}
