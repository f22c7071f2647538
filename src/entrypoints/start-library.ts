import { readPackTexts } from '../extension-pages/read-pack-texts.ts';
import { callBackground } from '../messaging/call-background.ts';
import { readStoredSettings } from '../storage/read-stored-settings.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { showLibrary } from '../ui/library/library.tsx';
import type { LibraryDesk, LibraryOverview } from '../ui/library/worker/library-desk.ts';

/** What the first entry point has watched since before it asked. */
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
