/** What a reader cannot see they do not press: a page that lays something over a card, and presses that must not count. */
import { describe, expect, test } from 'vitest';
import { menuItem } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import {
  type Cover,
  expectNoBlindPress,
  hide,
  openMenu,
  prepareCards,
  pressUntilDone,
  settle,
} from './covered-card.ts';
import { pointInCard } from './point-in-card.ts';

const presses = [
  ['hide', hide],
  ['not on this site', menuItem('site')],
  ['stop marking this topic', menuItem('topic')],
  ['a wrong match', '.question button'],
] as const;

const covers: readonly Cover[] = [
  ['a popover', () => document.querySelector<HTMLElement>('#cover')?.showPopover()],
  ['an element in fullscreen', () => document.querySelector('#stage')?.requestFullscreen()],
  ['a modal dialog', () => document.querySelector<HTMLDialogElement>('#dialog')?.showModal()],
  [
    'a popover again and again',
    () => {
      const cover = document.querySelector<HTMLElement>('#cover');
      setInterval(() => {
        cover?.hidePopover();
        cover?.showPopover();
      }, 30);
    },
  ],
  [
    'a popover that grows later',
    () => {
      const cover = document.querySelector<HTMLElement>('#cover');
      cover?.style.setProperty('height', '1px', 'important');
      cover?.showPopover();
      setTimeout(() => cover?.style.removeProperty('height'), 300);
    },
  ],
  [
    'a view transition that does not end',
    () => {
      const sheet = document.head.appendChild(document.createElement('style'));
      sheet.textContent =
        '::view-transition-group(root), ::view-transition-old(root), ::view-transition-new(root) { animation: 1000s hold; opacity: 0 } @keyframes hold { from { opacity: 0 } to { opacity: 0 } } ::view-transition { background: rgb(255, 0, 128) }';
      document.startViewTransition?.(() => undefined);
    },
  ],
  [
    'pseudo-elements of the box',
    () => {
      const sheet = document.head.appendChild(document.createElement('style'));
      sheet.textContent = `:popover-open::before, :popover-open::after { content: 'Press to win' !important; position: fixed !important;
        inset: 0 !important; z-index: 2147483647 !important; background: rgb(255, 0, 128) !important; pointer-events: none !important;
        display: block !important; width: 100vw !important; height: 100vh !important }`;
    },
  ],
];

describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);
  const openCard = prepareCards(tested);

  test.each(presses)('sees a press on “%s” count where nothing covers it', async (what, selector) => {
    const { page, isUntouched } = await openCard(what);
    await pressUntilDone(page, selector, isUntouched);
  });

  // “hide” is pressed under every cover.
  test.each(presses.slice(1))('that covers the card has no press on “%s” count', async (what, selector) => {
    const [cover] = covers;
    if (!cover) throw new Error('There is no cover.');
    const { page, isUntouched } = await openCard(what);
    await expectNoBlindPress(page, selector, cover, isUntouched);
  });

  test.each(covers)(
    'that covers the card by “%s” has no press count that is made blindly',
    async (...cover) => {
      const { page, isUntouched } = await openCard('hide');
      await expectNoBlindPress(page, hide, cover, isUntouched);
    },
  );

  test('that covers it from inside a component, and ends that when the card is pressed, has no press count', async () => {
    const { page, isUntouched } = await openCard('hide');
    const point = await pointInCard(page, hide);
    await page.call(() => {
      const field = document.body.appendChild(document.createElement('input'));
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      root.innerHTML =
        '<p popover="manual" style="width: 100vw; height: 100vh; pointer-events: none">Press to win</p>';
      const cover = root.querySelector('p');
      const keep = () => cover?.matches(':popover-open') || cover?.showPopover();
      // Above everything that has appeared since.
      const timer = setInterval(() => {
        cover?.hidePopover();
        keep();
      }, 400);
      field.focus();
      addEventListener('blur', () => {
        clearInterval(timer);
        cover?.hidePopover();
      });
    });
    await settle(page);
    await page.page.mouse.click(point.x, point.y);
    await settle(page);
    expect(await isUntouched()).toBe(true);
  });

  test('that takes its cover away at the last moment has no press count in the next half second', async () => {
    const { page, isUntouched } = await openCard('hide');
    const point = await pointInCard(page, hide);
    const cover = () => document.querySelector<HTMLElement>('#cover')?.showPopover();
    const uncover = () => document.querySelector<HTMLElement>('#cover')?.hidePopover();
    // Only a press within the half second proves anything: a busy machine may be slower.
    await waitFor(
      'a press in time',
      async () => {
        // A press on an item closes the menu, whether it counts or not.
        await openMenu(page);
        const beganAt = performance.now();
        await page.call(cover);
        await page.call(uncover);
        await page.page.mouse.click(point.x, point.y);
        const pressMs = performance.now() - beganAt;
        await settle(page);
        if (pressMs < 450) expect(await isUntouched()).toBe(true);
        return pressMs;
      },
      (pressMs) => pressMs < 450,
    );
  });
});
