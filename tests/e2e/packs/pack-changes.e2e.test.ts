import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import {
  agreeToPack,
  choosePack,
  importPack,
  listedIds,
  pressIn,
  switchPack,
  waitForText,
  writePack,
} from './packs-section.ts';

const article = (text: string) =>
  `<main><article><h1>Down the river</h1><p>${text} ${'So it was. '.repeat(30)}</p></article></main>`;
const builtIn = 'facial-recognition';

const readText = (page: DrivenPage, selector: string): Promise<string> =>
  page.call(
    // biome-ignore lint/performance/useDomNodeTextContent: a reader sees lines, not joined words.
    (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
    selector,
  );
const waitForWords = (page: DrivenPage, selector: string, words: string): Promise<string> =>
  waitFor(
    `"${words}" in ${selector}`,
    () => readText(page, selector),
    (text) => text.includes(words),
  );
async function waitForOnly(page: DrivenPage, marks: readonly string[]): Promise<void> {
  await page.page.bringToFront();
  await page.waitForMarks((seen) => seen.map(({ text }) => text).join() === marks.join());
}

describe.each(browserNames)('packs in %s,', (name) => {
  const tested = useExtension(name);

  test('the built-in one is switched off as a whole: pages, pop-up, panel, library and welcome page follow, and it comes back', async () => {
    const page = await tested.openHtml(article('They took Amazon Rekognition down the Velmora.'));
    await page.waitForMark('Amazon Rekognition');
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, writePack('rivers', makeTinyPack('rivers')), 'The pack rivers');
    await waitForOnly(page, ['Amazon Rekognition', 'Velmora']);

    await switchPack(options, builtIn, false);
    await waitForOnly(page, ['Velmora']);
    await waitFor(
      'its topics to go',
      () => readText(options, '#topics'),
      (topics) => !topics.includes('Facial recognition'),
    );
    const tab = await tested.extension.findTabId(page);
    const toolbar = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tab}`);
    expect(await waitForWords(toolbar, 'main', 'Velmora')).not.toContain('Rekognition');
    const panel = await tested.openSurface(`src/entrypoints/panel.html?tab=${tab}`);
    expect(await waitForWords(panel, '#root', 'Velmora')).not.toContain('Rekognition');
    const library = await tested.openSurface('src/entrypoints/library.html');
    expect(await waitForWords(library, '#root', 'Rivers')).not.toContain('Facial');
    const welcome = await tested.openSurface('src/entrypoints/welcome.html');
    await waitForWords(welcome, '.example-state', 'The pack that comes with Sidelight is switched off');

    // Without any pack, no surface is empty without an explanation.
    await switchPack(options, 'rivers', false);
    await waitForOnly(page, []);
    await options.page.bringToFront();
    await waitForWords(options, '#topics', 'No pack is switched on');
    await waitForWords(welcome, '#knows ~ .hint', 'No pack is switched on');
    await waitForWords(panel, '#root', 'No pack is switched on');

    await pressIn(welcome, '.example-state button');
    await welcome.waitForMarks((marks) => marks.length > 0);
    await waitForOnly(page, ['Amazon Rekognition']);
    for (const surface of [page, options, toolbar, panel, library, welcome])
      expect(surface.errors).toEqual([]);
  });

  test('changes can be undone in the status bar, even a removal: the pack is in its place, enabled as before', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    for (const id of ['meres', 'lakes'])
      await importPack(options, writePack(id, makeTinyPack(id, [`${id} Tarn`])), `The pack ${id}`);
    const page = await tested.openHtml(article('They saw the meres Tarn at dawn.'));
    await page.waitForMark('meres Tarn');
    await pressIn(options, '[data-pack=meres] .pack-buttons button:last-child');
    await pressIn(options, '.confirm button:first-of-type');
    await waitForWords(options, '.outcome', '“The pack meres” was removed.');
    await waitForOnly(page, []);
    await switchPack(options, builtIn, false);
    await waitForWords(options, '.outcome', 'The pack that comes with Sidelight: off');

    await pressIn(options, '.outcome .undo');
    await waitForWords(options, '.outcome', 'Undone. The pack that comes with Sidelight: on');
    await pressIn(options, '.outcome .undo');
    await waitForWords(options, '.outcome', '“The pack meres” was restored.');
    expect(await listedIds(options)).toEqual(['facial-recognition', 'rivers', 'meres', 'lakes']);
    await waitForOnly(page, ['meres Tarn']);
    await page.clickMark('meres Tarn');
    expect(await page.waitForCard()).toContain('The pack meres');
    expect([...page.errors, ...options.errors]).toEqual([]);
  });

  test('what is said of an import is so where the pack is off, and choices for a pack go and come with it', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const page = await tested.openHtml(article('They saw the Fen Tarn at dawn.'));
    const fens = (version: string) =>
      writePack(`fens-${version}`, makeTinyPack('fens', ['Fen Tarn'], { version }));
    await importPack(options, fens('1.0.0'), 'The pack fens');
    await waitForWords(options, '.outcome', 'Open pages show its marks now');
    await waitForOnly(page, ['Fen Tarn']);
    await switchPack(options, 'fens', false);
    await waitForWords(options, '.outcome', 'is switched off');
    await importPack(options, fens('1.1.0'), 'The pack fens');
    await waitForWords(options, '.outcome', '“The pack fens” was imported. It is switched off');
    await waitForOnly(page, []);
    await switchPack(options, 'fens', true);
    await waitForOnly(page, ['Fen Tarn']);

    const change = { kind: 'topic', topic: 'fens/rivers', isOn: false };
    await askBackground(options.page, 'changeSettings', change);
    await waitForOnly(page, []);
    await importPack(options, fens('1.2.0'), 'The pack fens');
    await waitForWords(options, '.outcome', 'All of its topics are switched off');
    await pressIn(options, '[data-pack=fens] .pack-buttons button:last-child');
    await waitForWords(options, '.confirm', 'Also forget your choices for it: 1 topic choice');
    await pressIn(options, '.confirm button:first-of-type');
    await waitForWords(options, '.outcome', '“The pack fens” was removed.');
    const topics = async () =>
      JSON.stringify(((await askBackground(options.page, 'getSettings')) as { topics: Json }).topics);
    expect(await topics()).toBe('{}');
    await pressIn(options, '.outcome .undo');
    await waitForWords(options, '.outcome', '“The pack fens” was restored.');
    expect(await topics()).toBe('{"fens/rivers":false}');
    expect([...page.errors, ...options.errors]).toEqual([]);
  });

  test('tabs follow also where the options page is gone the moment the store has the pack', async () => {
    const page = await tested.openHtml(article('They went up the Ostrel Beck at dusk.'));
    const options = await tested.openSurface('src/entrypoints/options.html');
    await choosePack(options, writePack('becks', makeTinyPack('becks', ['Ostrel Beck'])));
    await waitForText(options, 'For example');
    // From here on the page can send no messages, as if it were closed between the store's write and its message.
    await options.call(() => {
      const scope = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage: unknown } }
      >;
      (scope.browser ?? scope.chrome).runtime.sendMessage = () => new Promise(() => undefined);
    });
    await agreeToPack(options);
    const other = await tested.openSurface('src/entrypoints/options.html');
    await waitForText(other, 'The pack becks');
    expect((await page.readMarks()).map(({ text }) => text)).toEqual([]);
    await options.close();
    await page.page.bringToFront();
    await page.waitForMark('Ostrel Beck');
    expect([...page.errors, ...other.errors]).toEqual([]);
  });
});
