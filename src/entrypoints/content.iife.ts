import { askAboutText } from '../content/ask-about-text.ts';
import { isExtensionThere, waitUntilOn } from '../messaging/native-messages.ts';
import { watchForText } from '../page/observing/watch-for-text.ts';
import { isStartedAlready, replacePreviousInstance } from '../page/replace-previous-instance.ts';

// What every page evaluates: it takes the page's text and asks the background whether anything could be in it. If so, the
// background brings `page.iife.ts`, which takes the place of this script.
// In Firefox nothing is started early (docs/browser-bugs.md), and its script carries nothing of this.
if (import.meta.env.MODE === 'firefox' || !isStartedAlready(globalThis)) start();

function start(): void {
  const replaced = replacePreviousInstance(globalThis, false);
  let current = new AbortController();
  const begin = (): void => {
    current.abort();
    current = new AbortController();
    void watch(AbortSignal.any([replaced, current.signal]));
  };
  // What the reader has changed meanwhile was not told to a page in the cache for going back.
  addEventListener('pageshow', ({ persisted }) => persisted && begin(), { signal: replaced });
  begin();
}

async function watch(signal: AbortSignal): Promise<void> {
  while ((await watchForText({ win: window, ask: askAboutText, signal })) === 'off' && isExtensionThere()) {
    await waitUntilOn(signal);
  }
}
