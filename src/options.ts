import { callBackground } from './browser/call-background.ts';

// Asked for at once, and the page's own code loaded meanwhile: both take about as long, and neither needs the other.
const beginning = { settings: callBackground('getSettings'), packs: callBackground('getPacks') };
// Taken when the page's code is there, and told there that there is none.
for (const answer of Object.values(beginning)) answer.catch(() => undefined);

void import('./start-options.tsx').then(({ startOptions }) => startOptions(beginning));
