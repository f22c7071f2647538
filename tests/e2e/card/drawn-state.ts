/** The states of the card, drawn in a page that needs no extension. */
import type { Page } from 'puppeteer-core';
import { type CardState, listCardStates } from '../../../tools/states/card-states.ts';
import type { DrawOptions, StatePage } from '../../../tools/states/draw-card.ts';

export const states: readonly CardState[] = await listCardStates();

/** What the page defines, and axe where it has been put in; puppeteer's types know nothing of it. */
export type StateWindow = StatePage & { readonly axe: typeof import('axe-core') };

export async function drawState(
  page: Page,
  address: string,
  state: CardState,
  options: DrawOptions,
): Promise<void> {
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
  if (state.isUnfolded) await page.evaluate(() => (globalThis as unknown as StateWindow).unfold());
}
