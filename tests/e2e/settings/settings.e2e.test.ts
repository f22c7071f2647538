/** The reader's settings in real stores: stored, full, damaged, and exported to a file. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { SettingsChange } from '../../../src/settings/change-settings.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

type Scope = Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
type Area = 'sync' | 'local';

const change = (surface: DrivenPage, wanted: SettingsChange) =>
  askBackground(surface.page, 'changeSettings', wanted as unknown as Json);

const readSettings = async (surface: DrivenPage): Promise<Settings> =>
  (await askBackground(surface.page, 'getSettings')) as unknown as Settings;

const readStore = (surface: DrivenPage, area: Area): Promise<Record<string, Json>> =>
  surface.call(async (name) => {
    const scope = globalThis as unknown as Scope;
    return (await (scope.browser ?? scope.chrome).storage[name as Area].get(null)) as Record<string, Json>;
  }, area as string);

const writeStore = (surface: DrivenPage, items: Record<string, Json>): Promise<void> =>
  surface.call(async (added) => {
    const scope = globalThis as unknown as Scope;
    await (scope.browser ?? scope.chrome).storage.sync.set(added as Record<string, unknown>);
  }, items as Json);

/** As after the installation: remains of an earlier test must not count. */
const clearStores = (surface: DrivenPage): Promise<void> =>
  surface.call(async () => {
    const { storage } = (globalThis as unknown as Scope).browser ?? (globalThis as unknown as Scope).chrome;
    await storage.sync.clear();
    await storage.local.remove(['settings-damaged', 'settings-journal']);
  });

const removeFromStore = (surface: DrivenPage, keys: string[]): Promise<void> =>
  surface.call(async (names) => {
    const scope = globalThis as unknown as Scope;
    await (scope.browser ?? scope.chrome).storage.sync.remove(names as string[]);
  }, keys as Json);

// biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
const readText = (surface: DrivenPage): Promise<string> => surface.call(() => document.body.innerText);

const waitForText = (surface: DrivenPage, text: string): Promise<string> =>
  waitFor(
    `"${text}" on the page`,
    () => readText(surface),
    (shown) => shown.includes(text),
  );

/** A real click on the button of this name. */
async function press(surface: DrivenPage, name: string): Promise<void> {
  await surface.page.bringToFront();
  // A locator waits until nothing moves any more: lists above may still be loading.
  await surface.page.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
}

async function choose(surface: DrivenPage, selector: string, file: string): Promise<void> {
  const field = await surface.page.waitForSelector(selector);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
}

const texts = async (page: DrivenPage): Promise<string[]> => {
  await page.page.bringToFront();
  return (await page.readMarks()).map(({ text }) => text);
};

const story =
  '<main><article><h1>A test</h1><p>Police tried Amazon Rekognition for years.</p><p>Then came Gender Shades, a study.</p></article></main>';

describe.each(browserNames)('what the reader chose, in %s,', (name) => {
  const downloads = makeTemporaryFolder('saved');
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
    const before = new Set(readdirSync(downloads));
    await press(surface, 'Export as a file');
    const isDone = (file: string) => file.endsWith('.json') && !before.has(file);
    const files = await waitFor(
      'the saved file',
      async () => readdirSync(downloads),
      (all) =>
        all.some(isDone) &&
        !all.some((file) => /\.(part|crdownload)$/.test(file)) &&
        readFileSync(path.join(downloads, all.find(isDone) ?? '')).length > 0,
    );
    // A second download of the same day would replace it.
    const savedFile = path.join(downloads, `saved-${before.size}`);
    renameSync(path.join(downloads, files.find(isDone) ?? ''), savedFile);
    return savedFile;
  }

  test('a wrong match is left out on that site at once and nowhere else, listed, and marked again', async () => {
    const here = await tested.openHtml(story);
    await here.waitForMark('Gender Shades');
    const there = await tested.openAddress(here.page.url().replace('localhost', '127.0.0.1'));
    await there.waitForMark('Gender Shades');
    const surface = await tested.openSurface('src/entrypoints/options.html');
    const exception = {
      entity: 'facial-recognition/gender-shades',
      name: 'Gender Shades',
      host: 'localhost',
    };
    await change(surface, { kind: 'exception', exception, isNoted: true });
    await here.page.bringToFront();
    await here.waitForMarks(
      (marks) => marks.length > 0 && marks.every(({ text }) => text !== 'Gender Shades'),
    );
    expect(await texts(there)).toContain('Gender Shades');
    await surface.page.bringToFront();
    await waitForText(surface, '“Gender Shades” on localhost');
    await press(surface, 'Mark again');
    await here.page.bringToFront();
    await here.waitForMark('Gender Shades');

    await change(surface, {
      kind: 'exception',
      exception: { ...exception, host: 'localhost', beside: 'a study' },
      isNoted: true,
    });
    await here.waitForMarks(
      (marks) => marks.length > 0 && marks.every(({ text }) => text !== 'Gender Shades'),
    );
    expect(await texts(there)).toContain('Gender Shades');
    await change(surface, { kind: 'reset' });
    expect([...here.errors, ...there.errors, ...surface.errors]).toEqual([]);
  });

  test('is saved, reset and imported again unchanged, to the byte', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    await clearStores(surface);
    const pack = path.join(downloads, 'rivers.sidelight');
    writeFileSync(pack, JSON.stringify(makeTinyPack('rivers', ['Velmora', 'Ostrel Beck'])));
    await choose(surface, '#packs input[type=file]', pack);
    await surface.page.bringToFront();
    await surface.page.locator('#packs .primary').click();
    await waitForText(surface, '“The pack rivers” was imported');
    for (const wanted of [
      { kind: 'field', field: 'theme', value: 'dark' },
      { kind: 'topic', topic: 'facial-recognition/press', isOn: false },
      { kind: 'entity', entity: 'facial-recognition/ibm', isHidden: true },
      { kind: 'site', pattern: 'example.org', isOn: false },
      { kind: 'exception', exception: { entity: 'p/é', name: 'Ñame', beside: 'río' }, isNoted: true },
    ] as const)
      await change(surface, wanted);
    await writeStore(surface, { 'settings.density': 'sepia' });
    const saved = await save(surface);
    expect(readFileSync(saved, 'utf8')).toContain('"id":"rivers"');
    expect(readFileSync(saved, 'utf8')).toContain('"sepia"');

    await press(surface, 'Reset everything …');
    await waitForText(surface, 'This will be reset');
    await surface.page.locator('.question input[type=checkbox]').click();
    await press(surface, 'Reset');
    await waitForText(surface, 'Everything was reset.');
    expect(await readStore(surface, 'sync')).toEqual({ 'settings.version': 1 });

    await choose(surface, '#backup input[type=file]', saved);
    await waitForText(surface, 'its packs are added to yours');
    await press(surface, 'Import');
    await waitForText(surface, 'The file was imported.');
    const again = await save(surface);
    expect(readFileSync(again).equals(readFileSync(saved))).toBe(true);

    await press(surface, 'Restore');
    await waitForText(surface, 'Everything was restored.');
    expect((await readSettings(surface)).theme).toBe('auto');
    expect(surface.errors).toEqual([]);
  });

  test('a value that cannot be read falls back alone, is reported, and is kept when another replaces it', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    await clearStores(surface);
    await change(surface, { kind: 'site', pattern: 'example.org', isOn: false });
    await writeStore(surface, { 'settings.theme': 'sepia', 'settings.sites.patterns#1': { odd: 1 } });
    const settings = await readSettings(surface);
    expect([settings.theme, settings.sites.patterns]).toEqual(['auto', ['example.org']]);
    const fresh = await tested.openSurface('src/entrypoints/options.html');
    await waitForText(fresh, 'Some stored values could not be read');
    await change(surface, { kind: 'field', field: 'theme', value: 'dark' });
    expect((await readStore(surface, 'local'))['settings-damaged']).toEqual([
      { key: 'settings.theme', value: 'sepia' },
    ]);
    expect(await readStore(surface, 'sync')).toMatchObject({
      'settings.theme': 'dark',
      'settings.sites.patterns#1': { odd: 1 },
    });
    await change(surface, { kind: 'reset' });
  });

  test('a full store is reported, the old value stays, and a change that frees space is accepted', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    await clearStores(surface);
    await change(surface, { kind: 'site', pattern: 'example.org', isOn: false });
    const items = await readStore(surface, 'sync');
    const junk: Record<string, Json> = {};
    let room = 102_400 - JSON.stringify(items).length;
    // To the last byte, as Firefox counts, and within a few dozen bytes, as Chromium does.
    for (let number = 10; room > 12; number += 1) {
      const length = Math.min(8_000, room - 12);
      junk[`junk${number}`] = 'x'.repeat(length);
      room -= length + 12;
    }
    await writeStore(surface, junk);
    await change(surface, {
      kind: 'site',
      pattern: 'a-site-that-no-longer-fits.example.org',
      isOn: false,
    }).then(
      () => expect.unreachable('it does not fit'),
      (error: Error) => expect(error.message).toMatch(/settingsTooLarge/),
    );
    await surface.page.bringToFront();
    await surface.page.locator('#appearance input[value=dark]').click();
    const reported = await waitForText(surface, 'Not saved; the previous setting still applies.');
    expect(reported).toMatch(
      /storage for settings is full: 102,\d\d\d bytes, but only 102,400 fit\. Remove sites/,
    );
    await waitFor(
      'the control to show what holds',
      () =>
        surface.call(
          () => document.querySelector<HTMLInputElement>('#appearance input[value=auto]')?.checked ?? false,
        ),
      Boolean,
    );
    const settings = await readSettings(surface);
    expect([settings.theme, settings.sites.patterns]).toEqual(['auto', ['example.org']]);
    await change(surface, { kind: 'site', pattern: 'example.org', isOn: true });
    expect((await readSettings(surface)).sites.patterns).toEqual([]);
    await removeFromStore(surface, Object.keys(junk));
    await change(surface, { kind: 'field', field: 'theme', value: 'dark' });
    expect((await readSettings(surface)).theme).toBe('dark');
    await change(surface, { kind: 'reset' });
  });
});
