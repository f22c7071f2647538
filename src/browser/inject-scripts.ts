import browser from 'webextension-polyfill';
import { makeMarkStyleSheet } from '../settings/mark-style-sheet.ts';
import { defaultSettings, type MarkStyle } from '../settings/settings.ts';

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

/** The origin whose styles paint highlights everywhere, shadow roots included (docs/browser-bugs.md). */
export type StyleOrigin = 'USER' | 'AUTHOR';

/** Lays the reader's style of marks over the one that every page gets, in one frame. */
export async function insertMarkStyle(frame: Frame, style: MarkStyle, origin: StyleOrigin): Promise<void> {
  // The style that Sidelight comes with stands in the file itself.
  if (isComeWith(style)) return;
  const styles = describeMarkStyle(frame, style, origin);
  // A frame that asks anew, because the packs have changed, has it already: lying there twice, it would outlast its removal.
  await browser.scripting.removeCSS(styles);
  await browser.scripting.insertCSS(styles);
}

/** Puts the style `now` in place of `before` in one frame; in between the two lie over each other, never none. */
export async function replaceMarkStyle(
  frame: Frame,
  { before, now }: { readonly before: MarkStyle; readonly now: MarkStyle },
  origin: StyleOrigin,
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  await insertMarkStyle(frame, now, origin);
  if (!isComeWith(before)) await browser.scripting.removeCSS(describeMarkStyle(frame, before, origin));
}

function isComeWith(style: MarkStyle): boolean {
  return makeMarkStyleSheet(style) === makeMarkStyleSheet(defaultSettings.marks);
}

function describeMarkStyle({ tabId, frameId }: Frame, style: MarkStyle, origin: StyleOrigin) {
  return { target: { tabId, frameIds: [frameId] }, css: makeMarkStyleSheet(style), origin };
}

/**
 * Brings the content script to the tabs that were open before the extension was installed or updated. Firefox
 * does that by itself; in Chromium they would otherwise stay without it until they are reloaded.
 *
 * @param styleOrigin of the marks' styles
 */
export async function injectIntoOpenTabs(styleOrigin: StyleOrigin): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  if (script === undefined) return;
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [injectIntoTab(id, script.js ?? [], script.css ?? [], styleOrigin)],
    ),
  );
}

/** Rejects for tabs that no extension may enter: the browser's own pages and its store. */
async function injectIntoTab(
  tabId: number,
  scripts: string[],
  styles: string[],
  origin: StyleOrigin,
): Promise<void> {
  const target = { tabId, allFrames: true };
  if (styles.length > 0) await browser.scripting.insertCSS({ target, files: styles, origin });
  await browser.scripting.executeScript({ target, files: scripts });
}
