import { hearEarly } from '../extension-pages/hear-early.ts';
import { readPackTexts } from '../extension-pages/read-pack-texts.ts';
import { watchPacks } from '../storage/watch-packs.ts';
import { connectDesk } from '../ui/library/worker/desk-port.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const { signal } = closing;

// Watched and asked for at once, and the page's own code loaded meanwhile: asking and loading take about as long, and neither needs the other.
const watchPackChanges = hearEarly((onChange) => watchPacks(onChange, signal));
const desk = connectDesk(
  () => new Worker(new URL('./library-worker.ts', import.meta.url), { type: 'module' }),
);
const firstOverview = readPackTexts().then(desk.takePacks);
// Taken when the page's code is there, and told there that there is none.
firstOverview.catch(() => undefined);

void import('./start-library.ts').then(({ startLibrary }) =>
  startLibrary(desk, firstOverview, { watchPacks: watchPackChanges, signal }),
);
