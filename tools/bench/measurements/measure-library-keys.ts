import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchExtension } from '../../browsers/launch-extension.ts';
import { importPackFile } from '../import-pack-file.ts';
import { makeLargePack } from '../large-pack.ts';
import { type TaskTimes, traceTasks } from '../trace-tasks.ts';

export interface KeyTimes extends TaskTimes {
  /** The field's content after the key. */
  readonly typed: string;
}

/** The worker has answered and the answer is rendered once nothing has changed for this long. */
const quietMs = 1_000;

/**
 * Types words into the library's search, key by key, in real Chromium with a generated pack imported, and traces the
 * main thread from each key until its results are rendered.
 */
export async function measureLibraryKeys(
  entityCount: number,
  nameCount: number,
  words: readonly string[],
): Promise<KeyTimes[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const file = join(folder, 'large.sidelight.json');
  writeFileSync(file, JSON.stringify(makeLargePack(entityCount, nameCount)));
  const extension = await launchExtension('chromium');
  const times: KeyTimes[] = [];
  try {
    const options = await extension.openExtensionPage('src/entrypoints/options.html');
    await importPackFile(options, file);
    await options.close();
    const { page } = await extension.openExtensionPage('src/entrypoints/library.html');
    const field = await page.waitForSelector('input[type=search]');
    await page.waitForSelector('main h1');
    await page.evaluate(waitUntilDrawn, quietMs);
    for (const word of words) {
      for (const [index, letter] of [...word].entries()) {
        const typed = word.slice(0, index + 1);
        const tasks = await traceTasks(page, async () => {
          await field?.type(letter);
          await page.evaluate(waitUntilDrawn, quietMs);
        });
        times.push({ typed, ...tasks });
      }
      await field?.click({ count: 3 });
      await page.keyboard.press('Backspace');
      await page.evaluate(waitUntilDrawn, quietMs);
    }
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true });
  }
  return times;
}

function waitUntilDrawn(quietMs: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, quietMs);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, quietMs);
    }).observe(document.body, { childList: true, characterData: true, attributes: true, subtree: true });
  });
}
