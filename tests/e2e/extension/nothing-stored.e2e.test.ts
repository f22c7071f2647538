import { describe, expect, test } from 'vitest';
import { askBackground, countMentions } from '../../../tools/browsers/ask-extension.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';

/** Words that are in no pack: whatever contains one got it from a page. */
const secret = 'Quellenforst';
const words = (where: string) => `The ${secret}${where} is told of in confidence.`;
const page = (where: string) =>
  `<title>${secret} title</title><article><h1>${secret} heading</h1><p>Amazon Rekognition. ${words(where)} ${'It is long enough. '.repeat(20)}</p>
    <p>“We hope this one-year moratorium might give Congress enough time to implement ${secret} rules,” it said.</p></article>`;

/**
 * Everything that the extension has stored, in all of its stores, databases and caches, as one text. Runs in one of its
 * pages.
 */
async function dumpStores(surface: DrivenPage): Promise<string> {
  const stored = await callApi(
    surface,
    `JSON.stringify(await Promise.all(['local', 'sync', 'session'].map((area) => api.storage[area].get(null))))`,
  );
  const others = await surface.call(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Typed arrays are written as the characters that they may contain.
    const describeValue = (value: unknown) =>
      JSON.stringify(value, (_, one) =>
        ArrayBuffer.isView(one)
          ? new TextDecoder().decode(one)
          : one instanceof ArrayBuffer
            ? new TextDecoder().decode(one)
            : one,
      );
    const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''));
      parts.push(`database ${name}`);
      for (const store of database.objectStoreNames) {
        const transaction = database.transaction(store);
        parts.push(store, describeValue(await wait(transaction.objectStore(store).getAllKeys())));
        parts.push(describeValue(await wait(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys())
        parts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return parts.join('\n');
  });
  return `${stored}\n${others}`;
}

describe.each(browserNames)('of pages that a reader visits in %s', (name) => {
  const tested = useExtension(name);

  test('the extension stores not one word, however they are used', async () => {
    const frame = tested.server.addPage('/framed.html', `<!doctype html>${page('Frame')}`);
    const visited = await tested.openHtml(
      `${page('Top')}<iframe src="${frame.replace('localhost', '127.0.0.1')}" width="800" height="500"></iframe>`,
    );
    await visited.waitForMark('Amazon Rekognition');
    await visited.clickMark('Amazon Rekognition');
    await visited.waitForCard();
    await visited.press('Escape');
    await visited.waitForNoCard();
    await visited.call(
      (text) =>
        document.querySelector('article')?.insertAdjacentHTML('beforeend', `<p>Gender Shades. ${text}</p>`),
      words('Later'),
    );
    await visited.waitForMark('Gender Shades');
    const unmarked = await tested.openHtml(`<p>${words('Unmarked')}</p>`);

    const surface = await tested.openSurface('src/entrypoints/options.html');
    expect(await countMentions(surface.page, visited.page.url())).not.toBeNull();
    await countMentions(surface.page, unmarked.page.url());
    const panel = await tested.openSurface(
      `src/entrypoints/panel.html?tab=${await tested.extension.findTabId(visited)}`,
    );
    await panel.page.waitForSelector('h2');
    // One setting is stored, which shows that the search finds stored data; another is an exception.
    await askBackground(surface.page, 'changeSettings', {
      kind: 'site',
      pattern: 'stored.example',
      isOn: false,
    });
    const dump = await dumpStores(surface);
    expect(dump).toContain('stored.example');
    expect(dump).toContain('frames.');
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(new URL(visited.page.url()).pathname);
    // Not in another form either: the words themselves, in lower case.
    expect(dump.toLowerCase()).not.toContain(secret.toLowerCase());
    await visited.close();
    await unmarked.close();
    expect((await dumpStores(surface)).toLowerCase()).not.toContain(secret.toLowerCase());
  });
});
