import { bufferLatestEvent } from '../extension-pages/buffer-latest-event.ts';
import { readPackTexts } from '../extension-pages/read-pack-texts.ts';
import { watchPacks } from '../storage/watch-packs.ts';
import { connectLibrary } from '../ui/library/worker/library-rpc.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const { signal } = closing;

// Watched and asked for at once, and the page's own code loaded meanwhile: asking and loading take about as long, and neither needs the other.
const watchPackChanges = bufferLatestEvent((onChange) => watchPacks(onChange, signal));
const library = connectLibrary(
  () => new Worker(new URL('./library-worker.ts', import.meta.url), { type: 'module' }),
);
const firstOverview = readPackTexts().then(library.replacePacks);
// Taken when the page's code is there, and told there that there is none.
firstOverview.catch(() => undefined);

void import('./start-library.ts').then(({ startLibrary }) =>
  startLibrary(library, firstOverview, { watchPacks: watchPackChanges, signal }),
);
