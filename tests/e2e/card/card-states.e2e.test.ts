/**
 * Every state of the card, rendered in both browsers with the built-in pack's own words: reachable, legible, inside the
 * window.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { fontWidths } from '../../../tools/browsers/test-fonts.ts';
import { type CardState, listCardStates } from '../../../tools/states/card-states.ts';
import type { DrawOptions, StatePage } from '../../../tools/states/draw-card.ts';
import { serveStates } from '../../../tools/states/serve-states.ts';
import { useExtension } from '../driving/start-extension.ts';

const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const states = await listCardStates();

/** Puppeteer's types do not know what the page defines. */
type StateWindow = StatePage & { readonly axe: typeof import('axe-core') };

async function draw(page: Page, address: string, state: CardState, options: DrawOptions): Promise<void> {
  await page.goto(address);
  await page.evaluate(
    (json, how) => (globalThis as unknown as StateWindow).drawCard(JSON.parse(json), JSON.parse(how)),
    JSON.stringify(state),
    JSON.stringify(options),
  );
  for (const label of state.press ?? []) {
    await page.evaluate((name) => (globalThis as unknown as StateWindow).focusButton(name), label);
    await page.keyboard.press('Enter');
    await page.evaluate(() => (globalThis as unknown as StateWindow).nextFrame());
  }
}

/** Runs in the card's own document. */
async function findViolations(theme: 'light' | 'dark'): Promise<string[]> {
  const { axe } = globalThis as unknown as StateWindow;
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(document.querySelector('.card') ?? document, {
    // The themes differ only in colours; running all checks on both takes a minute longer.
    ...(theme === 'light'
      ? { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }
      : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

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

describe.each(browserNames.flatMap((browser) => fontWidths.map((fonts) => [browser, fonts] as const)))(
  'states of the card in %s with %s fonts',
  (browser, fonts) => {
    const tested = useExtension(browser, { fonts });
    let address = '';
    beforeAll(async () => {
      address = await serveStates(tested.server);
    });

    test.each(states)('$name: no axe violations, no overflow, in light and dark', async (state) => {
      const { page } = await tested.openAddress(address);
      for (const theme of ['light', 'dark'] as const) {
        await draw(page, address, state, { theme });
        const card = page.frames().find((frame) => frame.parentFrame() !== null);
        await card?.evaluate(axeCode);
        expect(await card?.evaluate(findViolations, theme)).toEqual([]);
        expect(await page.evaluate(findMisfits)).toEqual([]);
      }
    });

    test.each(states.filter(({ name }) => /long|entity|why|wrong|forth|related|copied/.test(name)))(
      '$name: in a narrow or low window, with text twice as large, and from right to left nothing sticks out',
      async (state) => {
        const { page } = await tested.openAddress(address);
        const check = async (width: number, height: number, options: Omit<DrawOptions, 'theme'>) => {
          await page.setViewport({ width, height });
          await draw(page, address, state, { theme: 'light', ...options });
          expect([width, height, await page.evaluate(findMisfits)]).toEqual([width, height, []]);
        };
        await check(320, 640, {});
        // A window of 1280 × 1024, enlarged four times (WCAG 2.2, 1.4.10). A long title fills it alone.
        if (!/^long-/.test(state.name)) await check(320, 256, {});
        await check(1000, 800, { direction: 'rtl' });
        await check(1000, 800, { textScale: 2 });
      },
    );
  },
);
