/** The reader's settings in real stores: kept, full, damaged, and carried as one file. */
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

const change = (face: DrivenPage, wanted: SettingsChange) =>
  askBackground(face.page, 'changeSettings', wanted as unknown as Json);

const readSettings = async (face: DrivenPage): Promise<Settings> =>
  (await askBackground(face.page, 'getSettings')) as unknown as Settings;

const readStore = (face: DrivenPage, area: Area): Promise<Record<string, Json>> =>
  face.call(async (name) => {
    const scope = globalThis as unknown as Scope;
    return (await (scope.browser ?? scope.chrome).storage[name as Area].get(null)) as Record<string, Json>;
  }, area as string);

const writeStore = (face: DrivenPage, items: Record<string, Json>): Promise<void> =>
  face.call(async (added) => {
    const scope = globalThis as unknown as Scope;
    await (scope.browser ?? scope.chrome).storage.sync.set(added as Record<string, unknown>);
  }, items as Json);

/** As on the first day: what an earlier test left must not count. */
const clearStores = (face: DrivenPage): Promise<void> =>
  face.call(async () => {
    const { storage } = (globalThis as unknown as Scope).browser ?? (globalThis as unknown as Scope).chrome;
    await storage.sync.clear();
    await storage.local.remove(['settings-damaged', 'settings-journal']);
  });

const removeFromStore = (face: DrivenPage, keys: string[]): Promise<void> =>
  face.call(async (names) => {
    const scope = globalThis as unknown as Scope;
    await (scope.browser ?? scope.chrome).storage.sync.remove(names as string[]);
  }, keys as Json);

// biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
const readText = (face: DrivenPage): Promise<string> => face.call(() => document.body.innerText);

const waitForText = (face: DrivenPage, text: string): Promise<string> =>
  waitFor(
    `"${text}" on the page`,
    () => readText(face),
    (shown) => shown.includes(text),
  );

/** A real click on the button of this name. */
async function press(face: DrivenPage, name: string): Promise<void> {
  await face.page.bringToFront();
  // A locator waits until nothing moves any more: lists above are still being filled.
  await face.page.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
}

async function choose(face: DrivenPage, selector: string, file: string): Promise<void> {
  const field = await face.page.waitForSelector(selector);
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

  async function save(face: DrivenPage): Promise<string> {
    if (name === 'chromium') {
      const session = await face.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    const before = new Set(readdirSync(downloads));
    await press(face, 'Save everything as a file');
    const isDone = (file: string) => file.endsWith('.json') && !before.has(file);
    const files = await waitFor(
      'the saved file',
      async () => readdirSync(downloads),
      (all) =>
        all.some(isDone) &&
        !all.some((file) => /\.(part|crdownload)$/.test(file)) &&
        readFileSync(path.join(downloads, all.find(isDone) ?? '')).length > 0,
    );
    // A second one of the same day would take its place.
    const kept = path.join(downloads, `saved-${before.size}`);
    renameSync(path.join(downloads, files.find(isDone) ?? ''), kept);
    return kept;
  }

  test('a wrong match is left out on that site at once and nowhere else, listed, and marked again', async () => {
    const here = await tested.openHtml(story);
    await here.waitForMark('Gender Shades');
    const there = await tested.openAddress(here.page.url().replace('localhost', '127.0.0.1'));
    await there.waitForMark('Gender Shades');
    const face = await tested.openFace('src/entrypoints/options.html');
    const exception = {
      entity: 'facial-recognition/gender-shades',
      name: 'Gender Shades',
      host: 'localhost',
    };
    await change(face, { kind: 'exception', exception, isNoted: true });
    await here.page.bringToFront();
    await here.waitForMarks(
      (marks) => marks.length > 0 && marks.every(({ text }) => text !== 'Gender Shades'),
    );
    expect(await texts(there)).toContain('Gender Shades');
    await face.page.bringToFront();
    await waitForText(face, '“Gender Shades” on localhost');
    await press(face, 'Mark again');
    await here.page.bringToFront();
    await here.waitForMark('Gender Shades');

    await change(face, {
      kind: 'exception',
      exception: { ...exception, host: 'localhost', beside: 'a study' },
      isNoted: true,
    });
    await here.waitForMarks(
      (marks) => marks.length > 0 && marks.every(({ text }) => text !== 'Gender Shades'),
    );
    expect(await texts(there)).toContain('Gender Shades');
    await change(face, { kind: 'reset' });
    expect([...here.errors, ...there.errors, ...face.errors]).toEqual([]);
  });

  test('is saved, set back and taken over again as it was, to the byte', async () => {
    const face = await tested.openFace('src/entrypoints/options.html');
    await clearStores(face);
    const pack = path.join(downloads, 'rivers.sidelight');
    writeFileSync(pack, JSON.stringify(makeTinyPack('rivers', ['Velmora', 'Ostrel Beck'])));
    await choose(face, '#packs input[type=file]', pack);
    await face.page.bringToFront();
    await face.page.locator('#packs .primary').click();
    await waitForText(face, '“The pack rivers” was imported');
    for (const wanted of [
      { kind: 'field', field: 'theme', value: 'dark' },
      { kind: 'topic', topic: 'facial-recognition/press', isOn: false },
      { kind: 'entity', entity: 'facial-recognition/ibm', isHidden: true },
      { kind: 'site', pattern: 'example.org', isOn: false },
      { kind: 'exception', exception: { entity: 'p/é', name: 'Ñame', beside: 'río' }, isNoted: true },
    ] as const)
      await change(face, wanted);
    await writeStore(face, { 'settings.density': 'sepia' });
    const saved = await save(face);
    expect(readFileSync(saved, 'utf8')).toContain('"id":"rivers"');
    expect(readFileSync(saved, 'utf8')).toContain('"sepia"');

    await press(face, 'Set everything back …');
    await waitForText(face, 'This will be set back');
    await face.page.locator('.question input[type=checkbox]').click();
    await press(face, 'Set back');
    await waitForText(face, 'Everything is set back.');
    expect(await readStore(face, 'sync')).toEqual({ 'settings.version': 1 });

    await choose(face, '#keep input[type=file]', saved);
    await waitForText(face, 'its packs are added to yours');
    await press(face, 'Take over');
    await waitForText(face, 'The file was taken over.');
    const again = await save(face);
    expect(readFileSync(again).equals(readFileSync(saved))).toBe(true);

    await press(face, 'Bring it back');
    await waitForText(face, 'Everything is as it was.');
    expect((await readSettings(face)).theme).toBe('auto');
    expect(face.errors).toEqual([]);
  });

  test('a value that cannot be read falls back alone, is told, and is kept when another takes its place', async () => {
    const face = await tested.openFace('src/entrypoints/options.html');
    await clearStores(face);
    await change(face, { kind: 'site', pattern: 'example.org', isOn: false });
    await writeStore(face, { 'settings.theme': 'sepia', 'settings.sites.patterns#1': { odd: 1 } });
    const settings = await readSettings(face);
    expect([settings.theme, settings.sites.patterns]).toEqual(['auto', ['example.org']]);
    const fresh = await tested.openFace('src/entrypoints/options.html');
    await waitForText(fresh, 'Some stored values could not be read');
    await change(face, { kind: 'field', field: 'theme', value: 'dark' });
    expect((await readStore(face, 'local'))['settings-damaged']).toEqual([
      { key: 'settings.theme', value: 'sepia' },
    ]);
    expect(await readStore(face, 'sync')).toMatchObject({
      'settings.theme': 'dark',
      'settings.sites.patterns#1': { odd: 1 },
    });
    await change(face, { kind: 'reset' });
  });

  test('a full store is told, the old value holds, and what makes room is taken', async () => {
    const face = await tested.openFace('src/entrypoints/options.html');
    await clearStores(face);
    await change(face, { kind: 'site', pattern: 'example.org', isOn: false });
    const items = await readStore(face, 'sync');
    const junk: Record<string, Json> = {};
    let room = 102_400 - JSON.stringify(items).length;
    // To the last byte, as Firefox counts, and to the last but a few dozen, as Chromium does.
    for (let number = 10; room > 12; number += 1) {
      const length = Math.min(8_000, room - 12);
      junk[`junk${number}`] = 'x'.repeat(length);
      room -= length + 12;
    }
    await writeStore(face, junk);
    await change(face, { kind: 'site', pattern: 'a-site-that-no-longer-fits.example.org', isOn: false }).then(
      () => expect.unreachable('it does not fit'),
      (error: Error) => expect(error.message).toMatch(/settingsTooLarge/),
    );
    await face.page.bringToFront();
    await face.page.locator('#appearance input[value=dark]').click();
    const told = await waitForText(face, 'Not kept, the old setting still holds.');
    expect(told).toMatch(/storage for settings is full: 102,\d\d\d bytes, where 102,400 fit\. Remove sites/);
    await waitFor(
      'the control to show what holds',
      () =>
        face.call(
          () => document.querySelector<HTMLInputElement>('#appearance input[value=auto]')?.checked ?? false,
        ),
      Boolean,
    );
    const settings = await readSettings(face);
    expect([settings.theme, settings.sites.patterns]).toEqual(['auto', ['example.org']]);
    await change(face, { kind: 'site', pattern: 'example.org', isOn: true });
    expect((await readSettings(face)).sites.patterns).toEqual([]);
    await removeFromStore(face, Object.keys(junk));
    await change(face, { kind: 'field', field: 'theme', value: 'dark' });
    expect((await readSettings(face)).theme).toBe('dark');
    await change(face, { kind: 'reset' });
  });
});
