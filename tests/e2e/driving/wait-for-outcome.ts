import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';

/** Waits until the card says what an action came to. */
export async function waitForOutcome(page: DrivenPage, text: string): Promise<void> {
  await waitFor(
    `“${text}” in the card`,
    () => page.callInCard((root) => root.querySelector('.outcome')?.textContent ?? '', []),
    (outcome) => outcome?.includes(text) === true,
  );
}
