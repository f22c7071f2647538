import browser from 'webextension-polyfill';
import marksStyles from '../../assets/marks.css?inline';
import type { ProbePage } from '../contracts/page-probe.ts';
import { makeNames, nameStyles } from '../settings/mark-style/mark-names.ts';
import { makeMarkStyleSheet } from '../settings/mark-style/mark-style-sheet.ts';
import { defaultSettings, type MarkStyle } from '../settings/settings.ts';
import { runSerially } from './run-serially.ts';

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

/** Null stands for no style sheet at all. */
interface MarkStyles {
  /** What names are made of in this document (`settings/mark-style/mark-names.ts`). */
  readonly secret: string;
  readonly before: MarkStyle | null;
  readonly now: MarkStyle | null;
}

/**
 * Puts the style `now` in place of `before` in one frame; in between the two lie over each other, never none. One after the other in
 * each frame: a call that is answered late is made a second time (`call-background.ts`), and of two at a time each would put it in.
 */
export async function replaceMarkStyle(
  frame: Frame,
  { secret, before, now }: MarkStyles,
  origin: StyleOrigin,
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  await runSerially(`${frame.tabId} ${frame.frameId}`, async () => {
    if (now) await insertOnce(describeStyles(frame, secret, writeMarkStyles(now), origin));
    if (before)
      await browser.scripting.removeCSS(describeStyles(frame, secret, writeMarkStyles(before), origin));
  });
}

/**
 * For Firefox: lets cards be seen in one frame, even where no mark is shown, until the extension goes (`assets/marks.css`).
 * @param secret what names are made of there (`settings/mark-style/mark-names.ts`)
 */
export async function showCards(frame: Frame, secret: string): Promise<void> {
  await insertOnce(describeStyles(frame, secret, '.sidelight-shown{display:block!important}', 'USER'));
}

async function insertOnce(styles: ReturnType<typeof describeStyles>): Promise<void> {
  // A frame that is opened again may have it already: lying there twice, it would outlast its removal.
  await browser.scripting.removeCSS(styles);
  await browser.scripting.insertCSS(styles);
}

function writeMarkStyles(style: MarkStyle): string {
  const chosen = makeMarkStyleSheet(style);
  // The style that Sidelight comes with is in the file itself.
  const isComeWith = chosen === makeMarkStyleSheet(defaultSettings.marks);
  return isComeWith ? marksStyles : `${marksStyles}\n${chosen}`;
}

function describeStyles({ tabId, frameId }: Frame, secret: string, styles: string, origin: StyleOrigin) {
  const css = nameStyles(styles, makeNames(secret));
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
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [...before, ...listContentScripts()],
  });
}

/**
 * Brings the content script to the frames of a tab to which the browser has not brought it yet, because their documents are still
 * coming. When they have come the browser brings it once more (`content.iife.ts`).
 */
export async function startInWaitingFrames(tabId: number, probe: ProbePage): Promise<void> {
  const found = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: probe,
    injectImmediately: true,
  });
  const frameIds = found.flatMap(({ frameId, result }) => {
    const frame = result as ReturnType<ProbePage> | undefined;
    return frame && !frame.isReached && frame.isLoading ? [frameId] : [];
  });
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds },
    files: listContentScripts(),
    injectImmediately: true,
  });
}

function listContentScripts(): string[] {
  return browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
}
