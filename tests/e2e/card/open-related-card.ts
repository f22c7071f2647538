import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';

/** From an open card to the first that is related to it. */
export async function openRelatedCard(page: DrivenPage): Promise<void> {
  await page.clickInCard('[data-section="related"]');
  await page.clickInCard('.related button');
}
