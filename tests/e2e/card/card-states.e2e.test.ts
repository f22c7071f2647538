/** Every state of the card, drawn from the built-in pack's own words: reachable, and inside card and window. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { CardState } from '../../../tools/states/card-states.ts';
import type { DrawOptions } from '../../../tools/states/draw-card.ts';
import { serveStates } from '../../../tools/states/serve-states.ts';
import { useExtension } from '../driving/start-extension.ts';
import { drawState, type StateWindow, states } from './drawn-state.ts';

/** Content that overflows the card sideways or the window, or is smaller than a finger's target (WCAG 2.2, 2.5.8). */
function findMisfits(): string[] {
  const { cardRoot, cardFrame } = globalThis as unknown as StateWindow;
  const card = cardRoot?.querySelector<HTMLElement>('.card');
  if (!card || !cardFrame) return ['there is no card'];
  const misfits: string[] = [];
  const box = card.getBoundingClientRect();
  const frame = cardFrame.getBoundingClientRect();
  if (frame.left < -1 || frame.right > innerWidth + 1 || frame.top < -1 || frame.bottom > innerHeight + 1)
    misfits.push(`the card leaves the window: ${JSON.stringify(box)}`);
  if (innerWidth > 540 && (box.width < 320 || box.width > 450))
    misfits.push(`the card is ${box.width} px wide`);
  for (const part of [card, ...card.querySelectorAll<HTMLElement>('header, .body, footer, .why')]) {
    if (part.scrollWidth > part.clientWidth + 1)
      misfits.push(`${part.className || part.localName} sticks out sideways`);
  }
  const header = card.querySelector('header')?.offsetHeight ?? 0;
  // Content that the footer expands takes its space from here.
  const body = card.querySelector<HTMLElement>('.body:not(:has(~ footer :is(.why, .question)))');
  // However long the title: three lines with their padding, or half of a low window's height.
  const room = Math.min(5 * Number.parseFloat(getComputedStyle(card).fontSize), innerHeight / 4);
  if (body && body.clientHeight < room) misfits.push(`${body.clientHeight} px are left to read in`);
  for (const button of card.querySelectorAll('.close, .actions button')) {
    const { top, bottom, height } = button.getBoundingClientRect();
    // Content pushed out by a title of half the card can be scrolled to.
    const isReached = header * 2 > box.height && card.scrollHeight > card.clientHeight;
    if ((top < box.top || bottom > box.bottom) && !isReached) misfits.push(`${button.ariaLabel} is cut off`);
    if (height > 60) misfits.push(`${button.ariaLabel} breaks over lines`);
  }
  const textPx = Number.parseFloat(getComputedStyle(card).fontSize);
  for (const icon of card.querySelectorAll('svg')) {
    const { width } = icon.getBoundingClientRect();
    // Compared with the smallest text, too.
    if (width > 0 && width < textPx * 0.8) misfits.push(`an icon of ${width} px beside text of ${textPx} px`);
  }
  for (const button of card.querySelectorAll('button:not(.lead), summary')) {
    const { width, height } = button.getBoundingClientRect();
    if (width < 24 || height < 24)
      misfits.push(`${button.textContent || button.ariaLabel}: ${width} × ${height} px`);
  }
  return misfits;
}

// How wide letters are is not the browser's doing: one of the two has both kinds.
describe.each([
  ...browserNames.map((browser) => [browser, 'wide'] as const),
  ['chromium', 'narrow'] as const,
])('states of the card in %s with %s fonts', (browser, fonts) => {
  // The browser that files share has the wide ones.
  const tested = useExtension(browser, fonts === 'wide' ? {} : { fonts });
  let address: string;
  let page: Page;
  beforeAll(async () => {
    address = await serveStates(tested.server);
    ({ page } = await tested.extension.openPage(address));
  });

  async function findMisfitsIn(
    state: CardState,
    width: number,
    height: number,
    options: Omit<DrawOptions, 'theme'> = {},
  ): Promise<string[]> {
    await page.setViewport({ width, height });
    await drawState(page, address, state, { theme: 'light', ...options });
    return page.evaluate(findMisfits);
  }

  test.each(states)('$name: nothing sticks out', async (state) => {
    expect(await findMisfitsIn(state, 1280, 900)).toEqual([]);
  });

  test.each(states.filter(({ name }) => /long|entity|why|wrong|forth|related|copied/.test(name)))(
    '$name: in a narrow or low window, with text twice as large, and from right to left nothing sticks out',
    async (state) => {
      expect(await findMisfitsIn(state, 320, 640)).toEqual([]);
      if (!/^long-/.test(state.name)) expect(await findMisfitsIn(state, 320, 256)).toEqual([]);
      expect(await findMisfitsIn(state, 1000, 800, { direction: 'rtl' })).toEqual([]);
      expect(await findMisfitsIn(state, 1000, 800, { textScale: 2 })).toEqual([]);
    },
  );
});
