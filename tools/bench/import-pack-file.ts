import type { ElementHandle } from 'puppeteer-core';
import type { DrivenPage } from '../browsers/driven-page.ts';

/** A large pack on a slow machine takes about 20 s. */
const timeoutMs = 120_000;

/**
 * Imports a pack through the options page, as a reader does.
 * @param onRead called when the file has been read and checked, and its preview is shown
 */
export async function importPackFile(options: DrivenPage, file: string, onRead?: () => void): Promise<void> {
  const field = (await options.page.waitForSelector(
    '#packs input[type=file]',
  )) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(file);
  const agree = await options.page.waitForSelector('#packs .primary', { timeout: timeoutMs });
  onRead?.();
  await agree?.evaluate((button) => (button as HTMLButtonElement).click());
  await options.page.waitForFunction(() => !document.querySelector('#packs .progress, #packs .preview'), {
    timeout: timeoutMs,
  });
}
