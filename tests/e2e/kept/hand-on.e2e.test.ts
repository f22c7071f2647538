/** What a reader keeps leaves the browser as a file, and comes back: to another reader, and from a backup. */
import { readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeepOutcome } from '../../../src/contracts/kept-calls.ts';
import { loadExampleArticles } from '../../../src/i18n/example-articles.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';
import { choosePack, listedIds, pressIn, storePack, waitForText } from '../packs/packs-section.ts';

const [post, gazette] = await loadExampleArticles('en');
if (!post || !gazette) throw new Error('There are two example articles.');
const withAddress = (article: typeof post, name: string) => ({
  ...article,
  address: `https://${name}.example/bridge`,
});

/** Everything that is kept, as stored; stories without their stamps, which are new with each change. */
const readKept = (surface: DrivenPage): Promise<{ articles: Json[]; stories: Json[] }> =>
  surface.call(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await wait(indexedDB.open('sidelight-kept'));
    const transaction = database.transaction(['articles', 'stories', 'summaries']);
    const articles = await wait(transaction.objectStore('articles').getAll());
    const stories = await wait(transaction.objectStore('stories').getAll());
    const summaries = await wait(transaction.objectStore('summaries').getAll());
    database.close();
    if (summaries.length !== articles.length) throw new Error('An article lacks its summary.');
    return { articles, stories: stories.map(({ stamp: _stamp, ...story }) => story) };
  });

const readText = (surface: DrivenPage, selector: string): Promise<string> =>
  surface.call(
    // biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
    (selected) => document.querySelector<HTMLElement>(selected)?.innerText ?? '',
    selector,
  );

const waitIn = (surface: DrivenPage, selector: string, words: string): Promise<string> =>
  waitFor(
    `"${words}"`,
    () => readText(surface, selector),
    (text) => text.includes(words),
  );

async function press(surface: DrivenPage, within: string, name: string): Promise<void> {
  await surface.page.bringToFront();
  await surface.page.locator(`::-p-xpath(//*[${within}]//button[normalize-space()="${name}"])`).click();
}

const backup = '@id="backup"';

describe.each(browserNames)('what is kept, in %s,', (name) => {
  const downloads = makeTemporaryFolder('hand-on');
  const tested = useExtension(name, {
    firefoxPreferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      // It would take the next key.
      'browser.download.alwaysOpenPanel': false,
    },
  });

  const ask = (surface: DrivenPage, call: string, request: Json = null) =>
    askBackground(surface.page, call, request);

  async function keep(surface: DrivenPage, article: object, story?: string) {
    const request = { article, kind: 'text', ...(story && { story }) } as Json;
    return (await ask(surface, 'keepText', request)) as unknown as Extract<KeepOutcome, { obstacle: null }>;
  }

  beforeEach(() => {
    for (const one of readdirSync(downloads)) rmSync(path.join(downloads, one));
  });

  /** Does what saves a file, and returns its path. */
  async function save(surface: DrivenPage, work: () => Promise<void>, ending: string): Promise<string> {
    if (name === 'chromium') {
      const session = await surface.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    await work();
    // Browsers write into a file of another name, and rename it at the end.
    const [file = ''] = await waitFor(
      'the saved file',
      async () => readdirSync(downloads),
      ([first = '', ...others]) => others.length === 0 && first.endsWith(ending),
    );
    const saved = path.join(downloads, '..', `${name}${ending}`);
    renameSync(path.join(downloads, file), saved);
    return saved;
  }

  test('a story is saved for another reader, who imports it like a pack; a later file says what it changes', {
    timeout: 180_000,
  }, async () => {
    const library = await tested.openSurface('src/entrypoints/library.html');
    const { kept } = await keep(library, withAddress(post, 'post'));
    const story = kept.story.id;
    const openStory = async () => {
      const page = await tested.openSurface(`src/entrypoints/library.html#/story/${story}`);
      await waitIn(page, 'main', 'Hand on');
      return page;
    };
    const saveStory = (page: DrivenPage) =>
      save(page, () => press(page, '@class="hand-on"', 'Save for another reader'), '.sidelight.json');
    const first = await openStory();
    const file = await saveStory(first);
    await waitIn(first, 'body', 'statements, 1 source');

    // The other reader keeps nothing.
    const [copy] = (await readKept(library)).articles;
    await ask(library, 'removeStory', { id: story });
    const page = await tested.openHtml(
      '<article><h1>Bridge</h1><p>The mayor spoke in the morning. “We will close the old bridge on Monday, and we will not open it again before it is safe,” Falk said.</p></article>',
    );
    const options = await tested.openSurface('src/entrypoints/options.html');
    await choosePack(options, file);
    const preview = await waitForText(options, 'Import');
    expect(preview).toContain('Collected automatically from articles that a reader kept.');
    expect(preview).toContain('1 source');
    await storePack(options, 'Old bridge to close on Monday');
    expect(await listedIds(options)).toEqual(['facial-recognition', `story-${story}`]);
    expect(await waitForText(options, 'collected automatically')).toContain('Old bridge to close on Monday');
    await page.page.bringToFront();
    const [mark] = await page.waitForMarks((marks) => marks.some(({ text }) => text.startsWith('We will')));
    expect(mark?.text).toMatch(/^We will close the old bridge on Monday, and .* before it is safe/);

    // A second file of the story, with one more article.
    await ask(library, 'undoKept');
    expect((await readKept(library)).articles).toEqual([copy]);
    await keep(library, withAddress(gazette, 'gazette'), story);
    const update = await saveStory(await openStory());
    await choosePack(options, update);
    const updated = await waitForText(options, 'Replace');
    expect(updated).toMatch(/2 sources \(were 1\)\s+new: 1, changed: 0, gone: 0/);
    expect(updated).toMatch(/3 statements \(were 2\)\s+new: 1, changed: 1, gone: 0/);
    await storePack(options, 'Old bridge to close on Monday');
    expect(await listedIds(options)).toEqual(['facial-recognition', `story-${story}`]);

    await pressIn(options, `[data-pack=story-${story}] .pack-buttons button:last-child`);
    await pressIn(options, '.confirm button:first-of-type');
    await waitFor(
      'the pack to be gone',
      () => listedIds(options),
      (ids) => ids.length === 1,
    );
    await ask(library, 'removeStory', { id: story });
    for (const surface of [library, first, page, options]) expect(surface.errors).toEqual([]);
  });

  test('everything that is kept is exported, reset, restored, and imported again as it was', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const { kept } = await keep(options, withAddress(post, 'post'));
    await keep(options, { ...withAddress(post, 'post'), text: `${post.text}\n\nThe ferry is ready.` });
    await keep(options, withAddress(gazette, 'gazette'), kept.story.id);
    await ask(options, 'noteArticle', { id: kept.id, note: 'Read the end.' });
    await ask(options, 'correctArticle', { id: kept.id, corrections: { outlet: 'The Post' } });
    await ask(options, 'changeStory', { id: kept.story.id, change: { title: 'Bridge', note: 'Mine' } });
    const before = await readKept(options);
    expect(before.articles).toHaveLength(2);

    const file = await save(options, () => press(options, backup, 'Export as a file'), '.json');
    await waitIn(options, '#backup', 'Exported: 1 story, 2 kept articles.');

    const reset = async (isRemoving: boolean) => {
      await press(options, backup, 'Reset everything …');
      if (isRemoving) await options.page.locator('#backup .question input[type=checkbox]').click();
      await press(options, backup, 'Reset');
      await waitIn(options, '#backup', 'Everything was reset.');
    };
    await reset(false);
    expect(await readKept(options)).toEqual(before);
    await reset(true);
    expect(await readKept(options)).toEqual({ articles: [], stories: [] });
    await press(options, backup, 'Restore');
    await waitIn(options, '#backup', 'Everything was restored.');
    expect(await readKept(options)).toEqual(before);

    await reset(true);
    const field = await options.page.waitForSelector('#backup input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
    await waitIn(options, '#backup', 'contains: 1 story, 2 kept articles.');
    await press(options, backup, 'Import');
    await waitIn(options, '#backup', 'The file was imported.');
    expect(await readKept(options)).toEqual(before);
    await waitIn(options, '#kept', 'Kept: 2 kept articles, 1 story.');
    await press(options, '@id="kept"', 'Delete all kept articles …');
    await press(options, '@id="kept"', 'Delete');
    await waitIn(options, '#kept', 'Nothing is kept yet.');
    expect(await readKept(options)).toEqual({ articles: [], stories: [] });
    expect(await readText(options, '#backup')).not.toContain('Restore');
    expect(options.errors).toEqual([]);
  });
});
