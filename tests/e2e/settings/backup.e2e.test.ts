/**
 * A backup of everything that the reader has can be read back, even with large packs, and nothing is changed before
 * that is verified.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { SettingsChange } from '../../../src/settings/change-settings.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeLongPack } from '../../storage/long-pack.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';
import {
  importPack,
  listedIds,
  pressIn,
  waitForText as waitInPacks,
  writePack,
} from '../packs/packs-section.ts';

/**
 * Of each of two packs. Chromium takes no message of more than 64 MiB, so that both together have no way in one; Firefox has no
 * such limit, and takes a minute for as many.
 */
const longPackLengths = { chromium: 36_000_000, firefox: 8_000_000 } as const;

/** Reading and writing tens of millions of characters, on a busy machine. */
const longMs = 120_000;

const change = (surface: DrivenPage, wanted: SettingsChange) =>
  askBackground(surface.page, 'changeSettings', wanted as unknown as Json);

const readBackupSection = (surface: DrivenPage): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
  surface.call(() => document.querySelector<HTMLElement>('#backup')?.innerText ?? '');

const waitInBackup = (surface: DrivenPage, text: string): Promise<string> =>
  waitFor(
    `"${text}" in the section`,
    () => readBackupSection(surface),
    (shown) => shown.includes(text),
    longMs,
  );

async function press(surface: DrivenPage, name: string): Promise<void> {
  await surface.page.bringToFront();
  await surface.page.locator(`::-p-xpath(//*[@id="backup"]//button[normalize-space()="${name}"])`).click();
}

async function setBackWithPacks(surface: DrivenPage): Promise<void> {
  await press(surface, 'Reset everything …');
  await surface.page.locator('#backup .question input[type=checkbox]').click();
  await press(surface, 'Reset');
}

/** The number of characters stored of each pack. */
const storedLengths = (surface: DrivenPage): Promise<Record<string, number>> =>
  surface.call(async () => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const database = await done(indexedDB.open('sidelight-packs'));
    const contents = database.transaction('contents').objectStore('contents');
    const [ids, texts] = await Promise.all([done(contents.getAllKeys()), done(contents.getAll())]);
    database.close();
    return Object.fromEntries(ids.map((id, at) => [String(id), String(texts[at]).length]));
  });

async function removePack(surface: DrivenPage, id: string): Promise<void> {
  await pressIn(surface, `[data-pack=${id}] .pack-buttons button:last-child`);
  await pressIn(surface, '.confirm button:first-of-type');
  await waitFor(
    'it to be gone',
    () => listedIds(surface),
    (ids) => !ids.includes(id),
    longMs,
  );
}

/** Overwrites the stored text of a pack, like a disk error. */
const damageStored = (surface: DrivenPage, id: string, text: string): Promise<void> =>
  surface.call(
    async (damaged, content) => {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sidelight-packs');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('contents', 'readwrite');
          transaction.objectStore('contents').put(content, damaged);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
        opening.onerror = () => reject(opening.error);
      });
    },
    id,
    text,
  );

describe.each(browserNames)('what is kept of everything, in %s,', (name) => {
  const downloads = makeTemporaryFolder('backup');
  const tested = useExtension(name, {
    firefoxPreferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });

  async function save(surface: DrivenPage): Promise<string> {
    if (name === 'chromium') {
      const session = await surface.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    // Of an earlier try.
    for (const one of readdirSync(downloads)) rmSync(path.join(downloads, one));
    await press(surface, 'Export as a file');
    await waitInBackup(surface, 'Exported: 1 setting, 2 imported packs.');
    // Firefox puts an empty file of the name there first, and the text into another that it renames at the end.
    const [file = ''] = await waitFor(
      'the saved file',
      async () => readdirSync(downloads).filter((one) => one !== 'saved'),
      ([first = '', ...others]) =>
        others.length === 0 &&
        first.endsWith('.json') &&
        statSync(path.join(downloads, first)).size > 2 * longPackLengths[name],
      longMs,
    );
    const savedFile = path.join(downloads, 'saved');
    renameSync(path.join(downloads, file), savedFile);
    return savedFile;
  }

  test('nothing is reset or saved if a pack cannot be read back, and the message says which and why', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    await importPack(surface, writePack('becks', makeTinyPack('becks')), 'The pack becks');
    await change(surface, { kind: 'field', field: 'theme', value: 'dark' });
    await damageStored(surface, 'becks', JSON.stringify({ ...makeTinyPack('becks'), knownTo: 'never' }));
    const former = readdirSync(downloads);
    const saveAll = (options: DrivenPage) => press(options, 'Export as a file');
    for (const work of [setBackWithPacks, saveAll]) {
      const options = await tested.openSurface('src/entrypoints/options.html');
      await work(options);
      await waitInBackup(options, 'it was incomplete when read back. Nothing was changed.');
      await waitInBackup(options, 'packs[0] knownTo');
      expect(await listedIds(options)).toEqual(['facial-recognition', 'becks']);
      expect(await askBackground(options.page, 'getSettings')).toMatchObject({ theme: 'dark' });
      expect(options.errors).toEqual([]);
    }
    expect(readdirSync(downloads)).toEqual(former);
    await change(surface, { kind: 'reset' });
    await removePack(surface, 'becks');
    expect(surface.errors).toEqual([]);
  });

  test('packs that the browser has thrown away are named when the options are opened again', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    await importPack(surface, writePack('rivers', makeTinyPack('rivers')), 'The pack rivers');
    await waitInPacks(surface, 'imported packs');
    await surface.page.goto('about:blank');
    const other = await tested.openSurface('src/entrypoints/welcome.html');
    await other.call(async () => {
      await new Promise((resolve) => {
        const opening = indexedDB.open('sidelight-packs');
        opening.onsuccess = () => {
          const stores = ['records', 'contents', 'compiled'];
          const transaction = opening.result.transaction(stores, 'readwrite');
          for (const store of stores) transaction.objectStore(store).clear();
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(null);
          };
        };
      });
    });
    const again = await tested.openSurface('src/entrypoints/options.html');
    const reported = await waitInPacks(again, 'no longer in the browser’s storage');
    expect(reported).toContain('The pack rivers, version 1.0.0');
    await importPack(again, writePack('rivers', makeTinyPack('rivers')), 'The pack rivers');
    await waitFor(
      'it not to be named any more',
      () => again.call(() => document.querySelector('.gone')?.textContent ?? ''),
      (gone) => !gone.includes('The pack rivers'),
    );
    await removePack(again, 'rivers');
    expect([...other.errors, ...again.errors]).toEqual([]);
  });

  const length = longPackLengths[name];
  test(`two packs of ${length / 1e6} million characters are saved, set back, brought back, and taken over from the file`, {
    timeout: 4 * longMs,
  }, async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    for (const id of ['meres', 'lakes'])
      await importPack(surface, writePack(id, makeLongPack(id, length, `Tarn ${id}`)), `The pack ${id}`);
    await change(surface, { kind: 'field', field: 'theme', value: 'dark' });
    const before = await storedLengths(surface);
    expect(Object.values(before).every((stored) => stored > length)).toBe(true);
    const saved = await save(surface);
    expect(existsSync(saved)).toBe(true);

    await setBackWithPacks(surface);
    await waitInBackup(surface, 'Everything was reset.');
    expect(await storedLengths(surface)).toEqual({});
    await press(surface, 'Restore');
    await waitInBackup(surface, 'Everything was restored.');
    expect(await storedLengths(surface)).toEqual(before);
    expect(await listedIds(surface)).toEqual(['facial-recognition', 'meres', 'lakes']);
    expect(await askBackground(surface.page, 'getSettings')).toMatchObject({ theme: 'dark' });

    await setBackWithPacks(surface);
    await waitInBackup(surface, 'Everything was reset.');
    const field = await surface.page.waitForSelector('#backup input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(saved);
    await waitInBackup(surface, 'saved contains: 1 setting, 2 imported packs.');
    await press(surface, 'Import');
    await waitInBackup(surface, 'The file was imported.');
    expect(await storedLengths(surface)).toEqual(before);
    expect(await askBackground(surface.page, 'getSettings')).toMatchObject({ theme: 'dark' });

    await removePack(surface, 'meres');
    expect(Object.keys(await storedLengths(surface))).toEqual(['lakes']);
    await pressIn(surface, '.outcome .undo');
    await waitFor(
      'both packs',
      () => storedLengths(surface),
      (stored) => stored.meres !== undefined,
      longMs,
    );
    expect(await storedLengths(surface)).toEqual(before);
    expect(surface.errors).toEqual([]);
  });
});
