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

/** Runs a script of the extension in one frame, in its content script's world. */
export async function runScript(frame: Frame, file: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    files: [file],
    injectImmediately: true,
  });
}

/** The origin whose styles apply to highlights everywhere, shadow roots included (docs/browser-bugs.md). */
export type StyleOrigin = 'USER' | 'AUTHOR';

/** Null means no style sheet. */
interface MarkStyles {
  /** The seed of names in this document (`settings/mark-style/mark-names.ts`). */
  readonly secret: string;
  readonly before: MarkStyle | null;
  readonly now: MarkStyle | null;
}

/**
 * Replaces the style `before` by `now` in one frame. For a moment both apply, so that there is never none.
 * Runs one call after the other in each frame: a call without an answer is retried (`call-background.ts`),
 * and two concurrent calls would both insert the sheet.
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
 * Firefox only: lets cards appear in one frame, even one without marks, until the extension is removed
 * (`assets/marks.css`).
 * @param secret the seed of names there (`settings/mark-style/mark-names.ts`)
 */
export async function showCards(frame: Frame, secret: string): Promise<void> {
  await insertOnce(describeStyles(frame, secret, '.sidelight-shown{display:block!important}', 'USER'));
}

async function insertOnce(styles: ReturnType<typeof describeStyles>): Promise<void> {
  // A frame that is opened again may have the sheet; a duplicate would outlast its removal.
  await browser.scripting.removeCSS(styles);
  await browser.scripting.insertCSS(styles);
}

function writeMarkStyles(style: MarkStyle): string {
  const chosen = makeMarkStyleSheet(style);
  // The default style is in the file itself.
  const isComeWith = chosen === makeMarkStyleSheet(defaultSettings.marks);
  return isComeWith ? marksStyles : `${marksStyles}\n${chosen}`;
}

function describeStyles({ tabId, frameId }: Frame, secret: string, styles: string, origin: StyleOrigin) {
  const css = nameStyles(styles, makeNames(secret));
  return { target: { tabId, frameIds: [frameId] }, css, origin };
}

/**
 * Injects the content script into every open tab: tabs that were open before the extension was installed or
 * updated (Firefox does that by itself), or all tabs after the packs have changed.
 * @param before scripts to run first
 */
export async function injectIntoOpenTabs(before: readonly string[] = []): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectIntoTab(id, before)])));
}

/**
 * Injects the content script into all frames of a tab, where it starts again. Rejects for tabs that
 * extensions may not enter: the browser's own pages and its store.
 */
async function injectIntoTab(tabId: number, before: readonly string[]): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [...before, ...listContentScripts()],
  });
}

/**
 * Injects the content script into the frames of a tab that are still loading and so do not have it yet. Once
 * they are loaded the browser injects it again (`content.iife.ts`).
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
