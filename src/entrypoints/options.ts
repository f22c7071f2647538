import { bufferLatestEvent } from '../extension-pages/buffer-latest-event.ts';
import { callBackground } from '../messaging/call-background.ts';
import type { Settings } from '../settings/settings.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { watchPacks } from '../storage/watch-packs.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const { signal } = closing;

// Watched and asked for at once, and the page's own code loaded meanwhile: asking and loading take about as long, and neither needs the other.
const watchSettings = bufferLatestEvent<[Settings]>((onChange) => watchStoredSettings(onChange, signal));
const watchPackChanges = bufferLatestEvent((onChange) => watchPacks(onChange, signal));
const beginning = { settings: callBackground('getSettings'), packs: callBackground('getPacks') };
// Taken when the page's code is there, and told there that there is none.
for (const answer of Object.values(beginning)) answer.catch(() => undefined);

void import('./start-options.tsx').then(({ startOptions }) =>
  startOptions(beginning, { watchSettings, watchPacks: watchPackChanges }),
);
