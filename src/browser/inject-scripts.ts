import browser from 'webextension-polyfill';

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Runs a script of the extension in one frame, in the world of its content script. */
export async function runScript(frame: Frame, file: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    files: [file],
    injectImmediately: true,
  });
}

/**
 * Puts the marks' styles into one frame, as the user's: only that origin reaches into shadow roots in Firefox.
 * Chromium takes them from the manifest, and paints nothing for the user's origin (docs/browser-bugs.md).
 */
export async function insertMarkStyles(frame: Frame, file: string): Promise<void> {
  const styles = {
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    files: [file],
    origin: 'USER' as const,
  };
  // A second instance in the same document must not leave the styles in it twice.
  await browser.scripting.removeCSS(styles);
  await browser.scripting.insertCSS(styles);
}

/**
 * Brings the content script to the tabs that were open before the extension was installed or updated. Firefox
 * does that by itself; in Chromium they would otherwise stay without it until they are reloaded.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  if (script === undefined) return;
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [injectIntoTab(id, script.js ?? [], script.css ?? [])],
    ),
  );
}

/** Rejects for tabs that no extension may enter: the browser's own pages and its store. */
async function injectIntoTab(tabId: number, scripts: string[], styles: string[]): Promise<void> {
  const target = { tabId, allFrames: true };
  if (styles.length > 0) await browser.scripting.insertCSS({ target, files: styles });
  await browser.scripting.executeScript({ target, files: scripts });
}
