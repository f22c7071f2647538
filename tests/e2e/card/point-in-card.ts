import { vi } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point in the window where `clickInCard` would click; moves the mouse there without pressing. */
export async function pointInCard(page: DrivenPage, selector: string): Promise<Point> {
  const { mouse } = page.page;
  const click = vi.spyOn(mouse, 'click').mockResolvedValue();
  try {
    await page.clickInCard(selector);
    const [x, y] = click.mock.lastCall ?? [];
    if (x === undefined || y === undefined) throw new Error(`Nothing was pointed at for ${selector}.`);
    await mouse.move(x, y);
    return { x, y };
  } finally {
    click.mockRestore();
  }
}

/** Words of a card that its page does not contain, long enough not to occur anywhere else. */
export function wordsOfCard(card: string, html: string): string[] {
  const words = [...new Set(card.match(/[\p{L}]{9,}/gu))];
  return words.filter((word) => !html.toLowerCase().includes(word.toLowerCase()));
}
