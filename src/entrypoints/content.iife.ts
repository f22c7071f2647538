import { askAboutText } from '../content/ask-about-text.ts';
import { isExtensionThere, waitUntilOn } from '../messaging/native-messages.ts';
import { watchForText } from '../page/observing/watch-for-text.ts';
import { isStartedAlready, replacePreviousInstance } from '../page/replace-previous-instance.ts';

// Runs in every page: takes the page's text and asks the background whether anything could be in it. If so, the
// background injects `page.iife.ts`, which replaces this script. Firefox's build starts nothing early
// (docs/browser-bugs.md) and contains none of this.
if (import.meta.env.MODE === 'firefox' || !isStartedAlready(globalThis)) start();

function start(): void {
  const replaced = replacePreviousInstance(globalThis, false);
  let current = new AbortController();
  const begin = (): void => {
    current.abort();
    current = new AbortController();
    void watch(AbortSignal.any([replaced, current.signal]));
  };
  // A page restored from the back/forward cache has missed the reader's changes.
  addEventListener('pageshow', ({ persisted }) => persisted && begin(), { signal: replaced });
  begin();
}

async function watch(signal: AbortSignal): Promise<void> {
  while ((await watchForText({ win: window, ask: askAboutText, signal })) === 'off' && isExtensionThere()) {
    await waitUntilOn(signal);
  }
}
