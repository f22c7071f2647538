/** A card that a page tries to cover, and presses that must not count. */
import { beforeAll, expect } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import { type DrivenPage, menuItem } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import type { TestedExtension } from '../driving/start-extension.ts';
import { openStillCard } from './open-still-card.ts';
import { pointInCard } from './point-in-card.ts';

const term = 'Amazon Rekognition';
export const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>; others measured it.</p></article>
<div id="cover" popover="manual">Press to win</div><dialog id="dialog">Press to win</dialog><div id="stage">Press to win</div>
<style>
  #cover, #dialog, #stage:fullscreen, ::view-transition { pointer-events: none }
  #cover, #dialog { position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; border: 0; padding: 0 }
  #cover, #dialog, #stage:fullscreen { background: rgb(255, 0, 128); color: white; font: 48px sans-serif }
  dialog::backdrop { pointer-events: none }
</style>`;

export const hide = menuItem('hide');
/** Each runs in the page, covers the card, lets the mouse through and does not move the card. */
export type Cover = readonly [what: string, cover: (what: string) => unknown];
/** Opens cards, with nothing changed before them. */
export function prepareCards(tested: TestedExtension) {
  let surface: DrivenPage;
  let unchanged: string;
  const read = async () => JSON.stringify(await askBackground(surface.page, 'getSettings'));
  beforeAll(async () => {
    surface = await tested.extension.openSilentPage();
    unchanged = await read();
  });
  return async (
    what: string,
    html = story,
  ): Promise<{ page: DrivenPage; isUntouched: () => Promise<boolean> }> => {
    // Only when necessary: frequent writes to the store are delayed.
    if ((await read()) !== unchanged) await askBackground(surface.page, 'changeSettings', { kind: 'reset' });
    const page = await tested.openHtml(html);
    await openStillCard(page, term);
    if (what === 'a wrong match') await unfoldQuestion(page);
    else await openMenu(page);
    return { page, isUntouched: async () => (await read()) === unchanged };
  };
}

/** A press that came too early does not count, but the next one may. */
export async function pressUntilDone(
  page: DrivenPage,
  selector: string,
  isUntouched: () => Promise<boolean>,
): Promise<void> {
  await waitFor(
    'a press to count',
    async () => {
      // The menu closes with each press on one of its items.
      if (selector.includes('menuitem')) await openMenu(page);
      await page.clickInCard(selector).catch(() => undefined);
      return isUntouched();
    },
    (isSo) => !isSo,
  );
}

/**
 * Chromium may lose the first press into a frame that has just been rendered; a second press would close the
 * question again.
 */
async function unfoldQuestion(page: DrivenPage): Promise<void> {
  const isThere = () => page.callInCard((root) => root.querySelector('.question button') !== null, []);
  for (let tries = 0; tries < 3 && !(await isThere()); tries += 1) {
    await openMenu(page);
    await page.clickInCard(menuItem('wrong'));
    await settle(page);
  }
  expect(await isThere()).toBe(true);
}

/** Chromium may lose the first press into a frame that has just been rendered; a second one would close the menu again. */
export async function openMenu(page: DrivenPage): Promise<void> {
  const isOpen = () => page.callInCard((root) => root.querySelector('[role=menu]') !== null, []);
  await waitFor(
    'the menu of the card',
    async () => {
      if (!(await isOpen())) await page.clickInCard('.menu-button');
      return isOpen();
    },
    (isSo) => isSo === true,
  );
}

/**
 * Covers the card and presses where the button was. The press may count only if the reader sees the button as
 * before: because the card is on top again, or was never covered.
 */
export async function expectNoBlindPress(
  page: DrivenPage,
  selector: string,
  [what, cover]: Cover,
  isUntouched: () => Promise<boolean>,
): Promise<void> {
  const { x, y } = await pointInCard(page, selector);
  const clip = { x: Math.round(x) - 8, y: Math.round(y) - 8, width: 16, height: 16 };
  const takeScreenshot = () => page.page.screenshot({ clip, encoding: 'base64' });
  await waitForHover(page, selector);
  const before = await takeScreenshot();
  await page.call(cover, what);
  // Long enough for a still card to count, were it not covered.
  await settle(page);
  const covered = await takeScreenshot();
  // Then no press is blind.
  if (covered === before) return;
  await page.page.mouse.click(x, y);
  await settle(page);
  expect(await isUntouched()).toBe(true);
}

/** Until the button has the look that it has under the pointer: without it every cover would seem to change it. */
async function waitForHover(page: DrivenPage, selector: string): Promise<void> {
  const isHovered = (card: Document, button: string) =>
    card.querySelector(button)?.matches(':hover') === true;
  await waitFor(
    'the pointer on the button',
    () => page.callInCard(isHovered, [selector]),
    (isSo) => isSo === true,
  );
  // The look glides, from the next frame on.
  const drawTwice = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  await page.callInCard(drawTwice, []);
  await page.waitForStillCard();
}

/**
 * Waits until the page has passed more than the half second for which a card must be still, and every press
 * has been stored.
 */
export async function settle(page: DrivenPage): Promise<void> {
  await page.call(() => new Promise<void>((resolve) => setTimeout(resolve, 700)));
}
