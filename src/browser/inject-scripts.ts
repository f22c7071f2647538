import browser from 'webextension-polyfill';
import marksStyles from '../../assets/marks.css?inline';
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

/** Brings the style of the marks into one frame. */
export async function insertMarkStyle(frame: Frame, style: MarkStyle, origin: StyleOrigin): Promise<void> {
  const styles = describeMarkStyle(frame, style, origin);
  // A frame that is opened again has it already: lying there twice, it would outlast its removal.
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
  await browser.scripting.removeCSS(describeMarkStyle(frame, before, origin));
}

function describeMarkStyle({ tabId, frameId }: Frame, style: MarkStyle, origin: StyleOrigin) {
  const chosen = makeMarkStyleSheet(style);
  // The style that Sidelight comes with is in the file itself.
  const isComeWith = chosen === makeMarkStyleSheet(defaultSettings.marks);
  const css = isComeWith ? marksStyles : `${marksStyles}\n${chosen}`;
  return { target: { tabId, frameIds: [frameId] }, css, origin };
}

/**
 * Brings the content script to every open tab: to those that were open before the extension was installed or updated (Firefox
 * does that by itself), or where pages are to be read again because the packs have changed.
 * @param before scripts that run before it
 */
export async function injectIntoOpenTabs(before: readonly string[] = []): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectIntoTab(id, before)])));
}

/**
 * Brings the content script to all frames of a tab, where it begins from the beginning.
 * Rejects for tabs that no extension may enter: the browser's own pages and its store.
 */
async function injectIntoTab(tabId: number, before: readonly string[]): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  if (script?.js === undefined) return;
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [...before, ...script.js],
  });
}
