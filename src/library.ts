import { readPackTexts } from './browser/read-pack-texts.ts';
import { connectDesk } from './ui/library/desk-port.ts';

// Asked for at once, and the page's own code loaded meanwhile: both take about as long, and neither needs the other.
const worker = new Worker(new URL('./library-worker.ts', import.meta.url), { type: 'module' });
const desk = connectDesk(worker);
const firstOverview = readPackTexts().then(desk.takePacks);
// Taken when the page's code is there, and told there that there is none.
firstOverview.catch(() => undefined);

void import('./start-library.ts').then(({ startLibrary }) => startLibrary(desk, firstOverview));
