import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';

/** Drives the section of packs in the options as a reader would. */

const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-packs-'));

export function writePack(name: string, pack: Pack | string): string {
  const file = path.join(folder, `${name}.sidelight.json`);
  writeFileSync(file, typeof pack === 'string' ? pack : JSON.stringify(pack));
  return file;
}

/** Gives the file to the page's own field, as the browser's dialog does. */
export async function choosePack(options: DrivenPage, file: string): Promise<void> {
  const field = await options.page.waitForSelector('#packs input[type=file]');
  await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
}

export const readSection = (options: DrivenPage): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
  options.call(() => document.querySelector<HTMLElement>('#packs')?.innerText ?? '');

export const waitForText = (options: DrivenPage, text: string, timeoutMs?: number): Promise<string> =>
  waitFor(
    `"${text}" in the section`,
    () => readSection(options),
    (section) => section.includes(text),
    timeoutMs,
  );

export async function pressIn(options: DrivenPage, selector: string): Promise<void> {
  await options.page.bringToFront();
  const element = await options.page.waitForSelector(selector);
  await element?.evaluate((found) => found.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await element?.click();
}

/** A large pack takes its time where a machine has other work. */
const longestImportMs = 90_000;

export async function importPack(options: DrivenPage, file: string, title: string): Promise<void> {
  await choosePack(options, file);
  await waitForText(options, 'For example', longestImportMs);
  await pressIn(options, '#packs .primary');
  await waitForText(options, `“${title}” was imported`, longestImportMs);
}

export const listedIds = (options: DrivenPage): Promise<string[]> =>
  options.call(() =>
    [...document.querySelectorAll<HTMLElement>('.packs > li')].map((item) => item.dataset.pack ?? ''),
  );
