import { bufferLatestEvent } from '../extension-pages/buffer-latest-event.ts';
import { callBackground } from '../messaging/call-background.ts';
import type { Settings } from '../settings/settings.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { watchPacks } from '../storage/watch-packs.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const { signal } = closing;

// Starts watching and requesting at once, while the page's own code loads: both take about as long, and neither needs
// the other.
const watchSettings = bufferLatestEvent<[Settings]>((onChange) => watchStoredSettings(onChange, signal));
const watchPackChanges = bufferLatestEvent((onChange) => watchPacks(onChange, signal));
const beginning = { settings: callBackground('getSettings'), packs: callBackground('getPacks') };
// Handled once the page's code has loaded, which then reports the error.
for (const answer of Object.values(beginning)) answer.catch(() => undefined);

void import('./start-options.tsx').then(({ startOptions }) =>
  startOptions(beginning, { watchSettings, watchPacks: watchPackChanges, signal }),
);
