import { geckoId } from '../../../manifest.config.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { readInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import type { TestedExtension } from './start-extension.ts';

/**
 * Chooses an entry of the context menu in the active tab. In Firefox the browser's own menu is opened with the right
 * mouse button and its item is pressed. In Chromium no driver reaches the menu, which the system draws: there the event
 * is dispatched that the browser sends when an entry is chosen.
 */
export async function chooseMenuEntry(
  tested: TestedExtension,
  page: DrivenPage,
  entry: 'look-up' | 'keep' | 'site-off' | 'site-on',
  words: string,
): Promise<void> {
  const { name, browser, extensionOrigin } = tested.extension.driver;
  await page.page.bringToFront();
  if (name === 'chromium') {
    const target = await browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(extensionOrigin),
    );
    const worker = await target.worker();
    const info = JSON.stringify({ menuItemId: entry, selectionText: words, frameId: 0, editable: false });
    await worker?.evaluate(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => { chrome.contextMenus.onClicked.dispatch(${info}, tab); })`,
    );
    return;
  }
  const box = await page.boxOfText(words);
  await waitFor(
    `the entry ${entry} in the menu`,
    async () => {
      // An open menu does not update: one that opened too early is closed and opened again.
      await readInWindow(browser, `document.getElementById('contentAreaContextMenu').hidePopup()`);
      await page.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
      return readInWindow(
        browser,
        `(() => { const item = ${findItem(entry)}; return item !== null && !item.hidden; })()`,
      );
    },
    (isThere) => isThere === true,
  );
  // Firefox puts two entries or more into a menu of their own.
  await waitFor(
    'the menu with the entry to be open',
    () =>
      readInWindow(
        browser,
        `(() => { const popup = ${findItem(entry)}.closest('menupopup'); popup.parentElement.openMenu?.(true); return popup.state; })()`,
      ),
    (state) => state === 'open',
  );
  await readInWindow(
    browser,
    `(() => { const item = ${findItem(entry)}; item.closest('menupopup').activateItem(item); return true; })()`,
  );
}

/** Firefox forms the item's id from the extension's and the entry's. */
function findItem(entry: string): string {
  const widget = geckoId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  return `document.getElementById('${widget}-menuitem-_${entry}')`;
}
