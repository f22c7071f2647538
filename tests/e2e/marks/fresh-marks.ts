import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import type { TestedExtension } from '../driving/start-extension.ts';

/**
 * Waits until a changed page has the same marks as a new one opened with its current content.
 * @returns their texts
 */
export async function waitForFreshMarks(tested: TestedExtension, page: DrivenPage): Promise<string[]> {
  const html = await page.call(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of copy.querySelectorAll('script')) script.remove();
    return copy.outerHTML;
  });
  const fresh = await tested.openHtml(html);
  const read = async (one: DrivenPage) => (await one.readMarks()).map(({ text }) => text);
  await fresh.waitForMarks();
  await page.page.bringToFront();
  const [texts] = await waitFor(
    'the marks of a fresh page',
    async () => [await read(page), await read(fresh)],
    ([followed, wanted]) => followed?.join() === wanted?.join(),
    // Chromium may never answer a call whose background has ended: it is retried after five seconds.
    40_000,
  );
  await fresh.close();
  return texts ?? [];
}
