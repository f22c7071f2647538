import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

/** Drives the section of packs in the options like a reader. */

const folder = makeTemporaryFolder('packs');

export function writePack(name: string, pack: Pack | string): string {
  const file = path.join(folder, `${name}.sidelight.json`);
  writeFileSync(file, typeof pack === 'string' ? pack : JSON.stringify(pack));
  return file;
}

/** Sets the file in the page's own field, like the browser's dialog. */
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

/** Waits for the current state to be listed: before that, the switch could have no effect. */
export async function switchPack(options: DrivenPage, id: string, isOn: boolean): Promise<void> {
  await options.page.bringToFront();
  await pressIn(options, `[data-pack=${id}] [role=switch]${isOn ? ':not(:checked)' : ':checked'}`);
}

/** A large pack takes a while on a busy machine. */
const maxImportMs = 90_000;

export async function importPack(options: DrivenPage, file: string, title: string): Promise<void> {
  await choosePack(options, file);
  await waitForText(options, 'For example', maxImportMs);
  await storePack(options, title);
}

export async function storePack(options: DrivenPage, title: string): Promise<void> {
  await agreeToPack(options);
  await waitUntilStored(options, title);
}

/** By keyboard: the page may still scroll to the preview, and a click would miss the button. */
export async function agreeToPack(options: DrivenPage): Promise<void> {
  await options.page.bringToFront();
  await options.page.waitForSelector('#packs .primary');
  await options.page.focus('#packs .primary');
  await options.page.keyboard.press('Enter');
}

/** Waits until a confirmed pack is announced and listed. */
export async function waitUntilStored(options: DrivenPage, title: string): Promise<void> {
  await waitFor(
    `“${title}” to be imported`,
    () =>
      options.call((kept) => {
        const isIn = (selector: string) => document.querySelector(selector)?.textContent?.includes(kept);
        const isWorking = document.querySelector('#packs .preview, #packs .progress') !== null;
        return !isWorking && isIn('.outcome') === true && isIn('.packs') === true;
      }, title),
    (isKept) => isKept,
    maxImportMs,
  );
}

export const listedIds = (options: DrivenPage): Promise<string[]> =>
  options.call(() =>
    [...document.querySelectorAll<HTMLElement>('.packs > li')].map((item) => item.dataset.pack ?? ''),
  );
