import { callBackground } from './browser/call-background.ts';
import { readPackTexts } from './browser/read-pack-texts.ts';
import { readStoredSettings } from './browser/read-stored-settings.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { showLibrary } from './ui/library/library.tsx';
import type { LibraryDesk, LibraryOverview } from './ui/library/library-desk.ts';

/** What the first door watches since before it asked. */
interface Watched {
  watchPacks(onChange: () => void): void;
  readonly signal: AbortSignal;
}

/** Draws the library. @param firstOverview of the packs that `desk` is taking in */
export function startLibrary(
  desk: LibraryDesk,
  firstOverview: Promise<LibraryOverview>,
  { watchPacks, signal }: Watched,
): void {
  const place = document.getElementById('place');
  if (place === null) return;
  showLibrary(
    place,
    {
      desk,
      readPacks: readPackTexts,
      watchPacks,
      watchAppearance(onChange) {
        watchStoredSettings(onChange, signal);
        void readStoredSettings().then(onChange);
      },
      openSettings: () => callBackground('openOptions', {}),
    },
    firstOverview,
  );
}
