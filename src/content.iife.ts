import { isExtensionThere, waitUntilOn } from './browser/native-messages.ts';
import { askAboutText } from './content/ask-about-text.ts';
import { becomeOnlyInstance } from './page/only-instance.ts';
import { watchForText } from './page/watch-for-text.ts';

// What every page evaluates: it takes the page's text and asks the background whether anything could be in it. If so, the
// background brings `page.iife.ts`, which takes the place of this script.
const replaced = becomeOnlyInstance(globalThis, false);
let current = new AbortController();
void watch();
// What the reader has changed meanwhile was not told to a page in the cache for going back.
addEventListener(
  'pageshow',
  ({ persisted }) => {
    if (!persisted) return;
    current.abort();
    current = new AbortController();
    void watch();
  },
  { signal: replaced },
);

async function watch(): Promise<void> {
  const signal = AbortSignal.any([replaced, current.signal]);
  while ((await watchForText({ view: window, ask: askAboutText, signal })) === 'off' && isExtensionThere()) {
    await waitUntilOn(signal);
  }
}
