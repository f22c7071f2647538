/** A page that draws something over a card from beside it, or in secret, finds the card on top again. */
import { constants, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { hide, prepareCards, pressUntilDone, settle, story } from './covered-card.ts';

/** Rules that draw an element of the top layer over the card although it is elsewhere. */
const drawnBeside = [
  ['a shadow', '#cover { box-shadow: 0 0 0 3000px rgb(255, 0, 128) }'],
  ['an outline', '#cover { outline: 3000px solid rgb(255, 0, 128) }'],
  ['a backdrop', '#cover::backdrop { background: rgb(255, 0, 128) }'],
  [
    'a pseudo-element',
    '#cover::after { content: "Press to win"; position: fixed; inset: 0; background: rgb(255, 0, 128) }',
  ],
] as const;

describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);
  const openCard = prepareCards(tested);

  test.each(drawnBeside)('that covers the card by “%s” finds it on top again', async (_what, rule) => {
    const small = '#cover#cover { inset: auto 0 0 auto; width: 0; height: 0; overflow: visible }';
    const { page } = await openCard('hide', `${story}<style>${small} ${rule}</style>`);
    await expectOnTopAgain(page, () => document.querySelector<HTMLElement>('#cover')?.showPopover());
  });
});

// Firefox cannot detect this (docs/browser-bugs.md): the threat model says what remains.
describe('a page in chromium', () => {
  const tested = useExtension('chromium');
  const openCard = prepareCards(tested);

  test('that keeps to itself what it opens finds the card on top again', async () => {
    const { page, isUntouched } = await openCard(
      'hide',
      `<script>addEventListener('toggle', (event) => event.stopImmediatePropagation(), true)</script>${story}
      <script>document.querySelector('#cover').style.opacity = '0'; document.querySelector('#cover').showPopover()</script>`,
    );
    // The browser reports changes: it has seen the card by then.
    await pressUntilDone(page, hide, isUntouched);
    await expectOnTopAgain(page, () => {
      const cover = document.querySelector<HTMLElement>('#cover');
      cover?.style.removeProperty('opacity');
      cover?.hidePopover();
      cover?.showPopover();
    });
  });
});

/** Covers the whole page and the card, and waits until the card is on top again. */
async function expectOnTopAgain(page: DrivenPage, cover: () => void): Promise<void> {
  const box = await page.readCardBox();
  if (!box) throw new Error('No card is open.');
  const checkTab = async (x: number, y: number) =>
    readFirstPixel(
      await page.page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 8, height: 8 } }),
    );
  await page.call(cover);
  await waitFor('the cover to be drawn', () => checkTab(box.x - 40, box.y + 60), isOfCover);
  await settle(page);
  await waitFor(
    'the card to be on top again',
    () => checkTab(box.x + box.width - 100, box.y + 20),
    (seen) => !isOfCover(seen),
  );
  expect(await page.call(() => document.querySelectorAll(':popover-open').length)).toBe(2);
}

const isOfCover = ([red = 0, green = 0]: readonly number[]) => red > 200 && green < 50;

/**
 * Red, green and blue of a picture's first pixel, for which PNG filters have no predecessor to differ from.
 */
function readFirstPixel(png: Uint8Array): number[] {
  const file = Buffer.from(png);
  const data = file.indexOf('IDAT');
  const first = file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4));
  // Chromium splits the data into several chunks.
  const pixels = inflateSync(first, { finishFlush: constants.Z_SYNC_FLUSH });
  return [...pixels.subarray(1, 4)];
}
