import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLargePack } from '../../../tools/bench/large-pack.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { LaunchedExtension } from '../../../tools/browsers/launch-extension.ts';
import { type PageServer, servePages } from '../../../tools/browsers/serve-pages.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import { killBrowser, limitSpace, useProfile } from '../driving/use-profile.ts';
import {
  agreeToPack,
  choosePack,
  importPack,
  listedIds,
  readSection,
  switchPack,
  waitForText,
  writePack,
} from './packs-section.ts';

/** Large enough that each step takes a while, and that frames request names by their words. */
const large = makeLargePack(4_000, 20_000);
const largeName = large.entities[7]?.title ?? '';
const largeFile = () => writePack('large', large);
/**
 * Takes seconds to process: the other file is finished on a fast machine before a driver finds the cancel
 * button.
 */
let writtenLargest: string | undefined;
const largestFile = () => {
  writtenLargest ??= writePack('largest', makeLargePack(10_000, 50_000));
  return writtenLargest;
};
const riversFile = () => writePack('rivers', makeTinyPack('rivers'));
const article = `<main><article><h1>Faces</h1><p>They went down the Velmora with ${largeName} at dawn. ${'So it was. '.repeat(40)}</p></article></main>`;
const longMs = 90_000;
/** For a test that starts its browser two or three times. */
const severalStartsMs = 3 * longMs;
let server: PageServer;
beforeAll(async () => {
  server = await servePages();
});
afterAll(() => server.close());

/** The ids in each of the stores: an incomplete pack is not in all of them. */
const storedIds = (options: DrivenPage): Promise<string[][]> =>
  options.call(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sidelight-packs');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const names = ['records', 'contents', 'compiled'];
    const transaction = database.transaction(names);
    const keys = names.map(
      (name) =>
        new Promise<string[]>((resolve) => {
          const asking = transaction.objectStore(name).getAllKeys();
          asking.onsuccess = () => resolve(asking.result.map(String));
        }),
    );
    const ids = await Promise.all(keys);
    database.close();
    return ids;
  });

/** Cancels in the page itself, as soon as it shows this step: a step may be over before a driver finds the button. */
const cancelAt = (options: DrivenPage, step: string): Promise<void> =>
  options.call((words) => {
    return new Promise<void>((resolve) => {
      const observer = new MutationObserver(press);
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      press();
      function press() {
        const section = document.querySelector('#packs');
        const button = section?.querySelector<HTMLElement>('.progress button');
        if (!button || !section?.textContent.includes(words)) return;
        observer.disconnect();
        button.click();
        resolve();
      }
    });
  }, step);

describe.each(browserNames)('an import in %s', (name) => {
  const tested = useExtension(name);

  test('is cancelled while the file is checked, and while the pack is prepared: nothing is there, and another can begin', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const cancelledCheck = cancelAt(options, 'is being checked');
    await choosePack(options, largestFile());
    await cancelledCheck;
    await waitForText(options, 'Cancelled. Nothing was changed.');
    if (name === 'chromium') await expect.poll(() => options.page.workers()).toEqual([]);
    await choosePack(options, largestFile());
    await waitForText(options, 'For example', longMs);
    const cancelledPreparation = cancelAt(options, 'is being prepared');
    await agreeToPack(options);
    await cancelledPreparation;
    await waitForText(options, 'Cancelled. Nothing was changed.');
    expect(await storedIds(options)).toEqual([[], [], []]);
    await importPack(options, riversFile(), 'The pack rivers');
    expect(await storedIds(options)).toEqual([['rivers'], ['rivers'], ['rivers']]);
    expect(options.errors).toEqual([]);
  });

  test('of a large pack marks pages that are open and in frames, and brings its cards', async () => {
    const inner = tested.server.addPage('/inner.html', `<!doctype html>${article}`);
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, riversFile(), 'The pack rivers');
    const page = await tested.openHtml(`${article}<iframe src="${inner}" width="600" height="400"></iframe>`);
    await page.waitForMark('Velmora');
    await importPack(options, largeFile(), large.title);
    await page.page.bringToFront();
    await page.waitForMark(largeName);
    await page.waitForMark('Velmora');
    const frame = page.page.frames()[1];
    if (!frame) throw new Error('The page has no frame.');
    await expect
      .poll(async () => (await page.readMarks(frame)).map(({ text }) => text))
      .toEqual(['Velmora', largeName]);
    // Text added later contains words whose names have not been sent here yet.
    const later = large.entities[11]?.title ?? '';
    await page.call((text) => {
      document
        .querySelector('article')
        ?.append(Object.assign(document.createElement('p'), { textContent: text }));
    }, `It was ${later} again.`);
    await page.waitForMark(later);
    await page.clickMark(largeName);
    expect(await page.waitForCard((text) => text.includes('generated pack'))).toContain(large.title);
    await switchPack(options, 'large', false);
    await page.page.bringToFront();
    await page.waitForMarks((marks) => marks.map(({ text }) => text).join() === 'Velmora');
    expect([...page.errors, ...options.errors]).toEqual([]);
  });
});

describe('in Chromium, with no room left,', () => {
  const tested = useExtension('chromium');

  test('a pack is not stored, with a message, and the former one stays; with space it is stored', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const session = await options.page.createCDPSession();
    const origin = tested.extension.driver.extensionOrigin.slice(0, -1);
    // Before anything is written: Chromium caches the available space for half a minute.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await expectOutOfSpace(options);
    const page = await tested.openHtml(article);
    await page.waitForMark('Velmora');
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await importPack(options, writePack('lakes', makeTinyPack('lakes')), 'The pack lakes');
    expect(options.errors).toEqual([]);
  });
});

describe('in Firefox, with no room left,', () => {
  test('a pack is not stored, with a message, and the former one stays; with space it is stored', {
    timeout: severalStartsMs,
  }, async () => {
    const address = server.addPage('/river.html', `<!doctype html>${article}`);
    const launch = useProfile('firefox');
    const full = await launch(limitSpace(800));
    const options = await full.openExtensionPage('src/entrypoints/options.html');
    await expectOutOfSpace(options);
    const page = await full.openPage(address);
    await page.waitForMark('Velmora');
    expect(options.errors).toEqual([]);
    await full.close();
    const roomy = await launch(limitSpace(-1));
    const after = await roomy.openExtensionPage('src/entrypoints/options.html');
    await waitForText(after, 'The pack rivers');
    expect(await storedIds(after)).toEqual([['rivers'], ['rivers'], ['rivers']]);
    await importPack(after, largeFile(), large.title);
    const pageAfter = await roomy.openPage(address);
    await pageAfter.waitForMark(largeName);
    expect(after.errors).toEqual([]);
  });
});

async function expectOutOfSpace(options: DrivenPage): Promise<void> {
  await importPack(options, riversFile(), 'The pack rivers');
  await choosePack(options, largeFile());
  await waitForText(options, 'For example', longMs);
  await agreeToPack(options);
  await waitForText(options, 'Nothing was changed. The browser has no room left for this pack.', longMs);
  expect(await listedIds(options)).toEqual(['facial-recognition', 'rivers']);
  expect(await storedIds(options)).toEqual([['rivers'], ['rivers'], ['rivers']]);
}

describe.each(browserNames)('%s, killed in the middle of an import,', (name) => {
  test('starts again with all that was there and nothing by half', { timeout: severalStartsMs }, async () => {
    const launch = useProfile(name);
    let extension = await launch();
    const options = await extension.openExtensionPage('src/entrypoints/options.html');
    await importPack(options, riversFile(), 'The pack rivers');
    // What the browser has only just been given to write may go with it; what lies there since an earlier start does not.
    await extension.close();
    extension = await launch();
    // The last step at the end: killed in it, a pack may be there already.
    for (const step of ['is being checked', 'is being prepared', 'is being stored']) {
      await killWhile(step, extension);
      extension = await launch();
      const after = await extension.openExtensionPage('src/entrypoints/options.html');
      await waitForText(after, 'The pack rivers');
      const [records, contents, compiled] = await storedIds(after);
      // Then all of it is.
      const isStored = step === 'is being stored' && records?.includes('large');
      expect([step, records]).toEqual([step, isStored ? ['large', 'rivers'] : ['rivers']]);
      expect([contents, compiled]).toEqual([records, records]);
      expect((await readSection(after)).includes(large.title)).toBe(Boolean(isStored));
      await after.close();
      const page = await extension.openPage(server.addPage('/river.html', `<!doctype html>${article}`));
      await page.waitForMark('Velmora');
    }
  });
});

async function killWhile(step: string, extension: LaunchedExtension): Promise<void> {
  const options = await extension.openExtensionPage('src/entrypoints/options.html');
  // Waits in the page itself, from the beginning: the last step is over before a driver has polled twice.
  const reached = options.page.waitForFunction(
    (words) => document.querySelector('#packs .progress')?.textContent?.includes(words),
    { polling: 'mutation', timeout: longMs },
    step,
  );
  await choosePack(options, largestFile());
  if (step !== 'is being checked') {
    await waitForText(options, 'For example', longMs);
    await agreeToPack(options);
  }
  await reached;
  await killBrowser(extension);
}
