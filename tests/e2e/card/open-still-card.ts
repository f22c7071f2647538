import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';

/** Opens the card of a term by a click, and waits until it is fully rendered and still. @returns its text */
export async function openStillCard(page: DrivenPage, term: string): Promise<string> {
  await page.page.bringToFront();
  await page.waitForMark(term);
  await page.clickMark(term);
  const words = await page.waitForCard((text) => text.length > 200);
  await page.waitForStillCard();
  return words;
}
