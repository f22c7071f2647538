import { bufferLatestEvent } from '../extension-pages/buffer-latest-event.ts';
import { readPackTexts } from '../extension-pages/read-pack-texts.ts';
import { watchPacks } from '../storage/watch-packs.ts';
import { askForStoryEarly } from '../ui/library/worker/ask-early.ts';
import { connectLibrary } from '../ui/library/worker/library-rpc.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const { signal } = closing;

// Starts watching and requesting at once, while the page's own code loads: both take about as long, and neither needs
// the other.
const watchPackChanges = bufferLatestEvent((onChange) => watchPacks(onChange, signal));
const library = askForStoryEarly(
  connectLibrary(() => new Worker(new URL('./library-worker.ts', import.meta.url), { type: 'module' })),
  location.hash,
);
const firstOverview = readPackTexts().then(library.replacePacks);
// Handled once the page's code has loaded, which then reports the error.
firstOverview.catch(() => undefined);

void import('./start-library.ts').then(({ startLibrary }) =>
  startLibrary(library, firstOverview, { watchPacks: watchPackChanges, signal }),
);
