/** What is kept of everything that the reader has can be read again: large packs too, and nothing is changed before that is sure. */
import { existsSync, readdirSync, renameSync } from 'node:fs';
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

/** Reading and writing tens of millions of characters, on a machine that has other work. */
const longMs = 120_000;

const change = (face: DrivenPage, wanted: SettingsChange) =>
  askBackground(face.page, 'changeSettings', wanted as unknown as Json);

const readKeep = (face: DrivenPage): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
  face.call(() => document.querySelector<HTMLElement>('#keep')?.innerText ?? '');

const waitInKeep = (face: DrivenPage, text: string): Promise<string> =>
  waitFor(
    `"${text}" in the section`,
    () => readKeep(face),
    (shown) => shown.includes(text),
    longMs,
  );

async function press(face: DrivenPage, name: string): Promise<void> {
  await face.page.bringToFront();
  await face.page.locator(`::-p-xpath(//*[@id="keep"]//button[normalize-space()="${name}"])`).click();
}

async function setBackWithPacks(face: DrivenPage): Promise<void> {
  await press(face, 'Set everything back …');
  await face.page.locator('#keep .question input[type=checkbox]').click();
  await press(face, 'Set back');
}

/** How many characters the store has of each pack. */
const storedLengths = (face: DrivenPage): Promise<Record<string, number>> =>
  face.call(async () => {
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

async function removePack(face: DrivenPage, id: string): Promise<void> {
  await pressIn(face, `[data-pack=${id}] .pack-buttons button:last-child`);
  await pressIn(face, '.confirm button:first-of-type');
  await waitFor(
    'it to be gone',
    () => listedIds(face),
    (ids) => !ids.includes(id),
    longMs,
  );
}

/** Writes over what the store has of a pack, as a fault of the disk would. */
const damageStored = (face: DrivenPage, id: string, text: string): Promise<void> =>
  face.call(
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

  async function save(face: DrivenPage): Promise<string> {
    if (name === 'chromium') {
      const session = await face.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    await press(face, 'Save everything as a file');
    await waitInKeep(face, 'Saved: 1 setting, 2 imported packs.');
    const [file = ''] = await waitFor(
      'the saved file',
      async () => readdirSync(downloads),
      (all) => all.length === 1 && all[0]?.endsWith('.json') === true,
      longMs,
    );
    const kept = path.join(downloads, 'saved');
    renameSync(path.join(downloads, file), kept);
    return kept;
  }

  test('nothing is set back or saved where a pack could not be read again, and it is said which and why', async () => {
    const face = await tested.openFace('src/entrypoints/options.html');
    await importPack(face, writePack('becks', makeTinyPack('becks')), 'The pack becks');
    await change(face, { kind: 'field', field: 'theme', value: 'dark' });
    await damageStored(face, 'becks', JSON.stringify({ ...makeTinyPack('becks'), knownTo: 'never' }));
    const former = readdirSync(downloads);
    const saveAll = (options: DrivenPage) => press(options, 'Save everything as a file');
    for (const work of [setBackWithPacks, saveAll]) {
      const options = await tested.openFace('src/entrypoints/options.html');
      await work(options);
      await waitInKeep(options, 'it was not complete. Nothing was changed.');
      await waitInKeep(options, 'packs[0] knownTo');
      expect(await listedIds(options)).toEqual(['facial-recognition', 'becks']);
      expect(await askBackground(options.page, 'getSettings')).toMatchObject({ theme: 'dark' });
      expect(options.errors).toEqual([]);
    }
    expect(readdirSync(downloads)).toEqual(former);
    await change(face, { kind: 'reset' });
    await removePack(face, 'becks');
    expect(face.errors).toEqual([]);
  });

  test('packs that the browser has thrown away are named when the options are opened again', async () => {
    const face = await tested.openFace('src/entrypoints/options.html');
    await importPack(face, writePack('rivers', makeTinyPack('rivers')), 'The pack rivers');
    await waitInPacks(face, 'imported packs');
    await face.page.goto('about:blank');
    const other = await tested.openFace('src/entrypoints/welcome.html');
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
    const again = await tested.openFace('src/entrypoints/options.html');
    const told = await waitInPacks(again, 'gone from the browser’s storage');
    expect(told).toContain('The pack rivers, version 1.0.0');
    await importPack(again, writePack('rivers', makeTinyPack('rivers')), 'The pack rivers');
    await waitFor(
      'it not to be named any more',
      () => again.call(() => document.querySelector('.gone')?.textContent ?? ''),
      (gone) => !gone.includes('The pack rivers'),
    );
    await removePack(again, 'rivers');
    expect([...other.errors, ...again.errors]).toEqual([]);
  });

  test('two packs of 36 million characters are saved, set back, brought back, and taken over from the file', {
    timeout: 4 * longMs,
  }, async () => {
    const face = await tested.openFace('src/entrypoints/options.html');
    for (const id of ['meres', 'lakes'])
      await importPack(face, writePack(id, makeLongPack(id, 36_000_000, `Tarn ${id}`)), `The pack ${id}`);
    await change(face, { kind: 'field', field: 'theme', value: 'dark' });
    const before = await storedLengths(face);
    expect(Object.values(before).every((length) => length > 36_000_000)).toBe(true);
    const saved = await save(face);
    expect(existsSync(saved)).toBe(true);

    await setBackWithPacks(face);
    await waitInKeep(face, 'Everything is set back.');
    expect(await storedLengths(face)).toEqual({});
    await press(face, 'Bring it back');
    await waitInKeep(face, 'Everything is as it was.');
    expect(await storedLengths(face)).toEqual(before);
    expect(await listedIds(face)).toEqual(['facial-recognition', 'meres', 'lakes']);
    expect(await askBackground(face.page, 'getSettings')).toMatchObject({ theme: 'dark' });

    await setBackWithPacks(face);
    await waitInKeep(face, 'Everything is set back.');
    const field = await face.page.waitForSelector('#keep input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(saved);
    await waitInKeep(face, 'saved holds: 1 setting, 2 imported packs.');
    await press(face, 'Take over');
    await waitInKeep(face, 'The file was taken over.');
    expect(await storedLengths(face)).toEqual(before);
    expect(await askBackground(face.page, 'getSettings')).toMatchObject({ theme: 'dark' });

    await removePack(face, 'meres');
    expect(Object.keys(await storedLengths(face))).toEqual(['lakes']);
    await pressIn(face, '.outcome .undo');
    await waitFor(
      'both packs',
      () => storedLengths(face),
      (stored) => stored.meres !== undefined,
      longMs,
    );
    expect(await storedLengths(face)).toEqual(before);
    expect(face.errors).toEqual([]);
  });
});
