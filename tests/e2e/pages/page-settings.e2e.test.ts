import { afterEach, describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { endBackground } from '../../../tools/browsers/end-background.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';
import { logMessages } from '../extension/message-log.ts';
import { importPack, switchPack, writePack } from '../packs/packs-section.ts';
import { changeSettings } from '../settings/change-setting.ts';

const filler = `<p>${'Apples were sold by the crate. '.repeat(20)}</p>`;
const article = `<article><h1>Faces</h1>${filler}<p>Police tried Amazon Rekognition for years.</p></article>`;
const quiet = `<article><h1>Orchards</h1>${filler}</article>`;
const frame = (address: string) => `<iframe src="${address}" width="800" height="500"></iframe>`;

const switchSite = (tested: TestedExtension, pattern: string, isOn: boolean) =>
  changeSettings(tested, { kind: 'site', pattern, isOn });

/** Waits until the frames, the page itself first, have this many marks. */
const waitForCounts = async (page: DrivenPage, counts: string): Promise<void> => {
  await page.page.bringToFront();
  await waitFor(
    `${counts} marks`,
    async () =>
      (await Promise.all(page.page.frames().map((one) => page.readMarks(one)))).map(({ length }) => length),
    (seen) => seen.join() === counts,
    40_000,
  );
};

const addToFrames = async (page: DrivenPage, text: string): Promise<void> => {
  for (const one of page.page.frames()) {
    await one.evaluate(
      `document.querySelector('article')?.insertAdjacentHTML('beforeend', ${JSON.stringify(`<p>${text}</p>`)})`,
    );
  }
};

describe.each(browserNames)('what a reader changes, in %s,', (name) => {
  const tested = useExtension(name);
  afterEach(() => changeSettings(tested, { kind: 'reset' }));

  test('reaches all frames of a page whose site was off, also those that had nothing to show or were filled meanwhile', async () => {
    const log = await logMessages(tested);
    const here = tested.server.addPage('/quiet-here.html', `<!doctype html>${quiet}`);
    const there = here.replace('localhost', '127.0.0.1');
    const page = await tested.openHtml(`${article}${frame(here)}${frame(there)}`);
    await waitForCounts(page, '1,0,0');
    await switchSite(tested, 'localhost', false);
    await waitForCounts(page, '0,0,0');
    await log.clear();
    await addToFrames(page, 'Gender Shades');
    // The frames ask, and learn that the site is off.
    await waitFor(
      'the frames to ask',
      async () =>
        new Set((await log.read()).flatMap(({ call, frameId }) => (call === 'checkText' ? [frameId] : [])))
          .size,
      (count) => count === 2,
    );
    await endBackground(tested.extension.driver);
    await switchSite(tested, 'localhost', true);
    await waitForCounts(page, '2,1,1');
    expect(page.errors).toEqual([]);
  });

  test('reaches a page that was opened while its site was off, with its frames, and not while another thing is changed', async () => {
    await switchSite(tested, 'localhost', false);
    const log = await logMessages(tested);
    const there = tested.server
      .addPage('/marked.html', `<!doctype html>${article}`)
      .replace('localhost', '127.0.0.1');
    const page = await tested.openHtml(`${article}${frame(there)}`);
    const countQuestions = async () => (await log.read()).filter(({ call }) => call === 'checkText').length;
    await waitFor('both to ask', countQuestions, (count) => count === 2);
    await changeSettings(tested, { kind: 'field', field: 'density', value: 'every' });
    await changeSettings(tested, { kind: 'field', field: 'density', value: 'first-in-section' });
    await switchSite(tested, 'localhost', true);
    await waitForCounts(page, '1,1');
    expect(await countQuestions()).toBe(4);
  });

  test('reaches a frame whose own site was off in a page that was on', async () => {
    const there = tested.server
      .addPage('/own-site.html', `<!doctype html>${article}`)
      .replace('localhost', '127.0.0.1');
    await switchSite(tested, '127.0.0.1', false);
    const page = await tested.openHtml(`${article}${frame(there)}`);
    await waitForCounts(page, '1,0');
    await endBackground(tested.extension.driver);
    await switchSite(tested, '127.0.0.1', true);
    await waitForCounts(page, '1,1');
    await switchSite(tested, '127.0.0.1', false);
    await waitForCounts(page, '1,0');
    await switchSite(tested, '127.0.0.1', true);
    await waitForCounts(page, '1,1');
    expect(page.errors).toEqual([]);
  });

  test.each(['checkText', 'openPage', 'sendText', 'reportCount'])(
    'while a page’s %s is answered holds in the end',
    {
      timeout: 90_000,
    },
    async (call) => {
      const log = await logMessages(tested);
      const options = await tested.openSilentPage();
      const setEnabled = async (value: boolean) => {
        await askBackground(options.page, 'changeSettings', { kind: 'field', field: 'enabled', value });
      };
      const off = await log.actAt(call, () => setEnabled(false));
      const page = await tested.openHtml(article);
      await off.done;
      await waitForCounts(page, '0');
      const other = await tested.openHtml(quiet.replace('</article>', '<p>Gender Shades</p></article>'));
      const on = await log.actAt('checkText', () => setEnabled(true));
      await page.page.bringToFront();
      await other.page.reload();
      await other.page.bringToFront();
      await on.done;
      await waitForCounts(other, '1');
      await waitForCounts(page, '1');
      expect([...page.errors, ...other.errors]).toEqual([]);
    },
  );

  test('holds as it was changed last, where much is changed at once and the background ends meanwhile', async () => {
    const page = await tested.openHtml(
      `${article}${frame(tested.server.addPage('/both.html', `<!doctype html>${article}`))}`,
    );
    await waitForCounts(page, '1,1');
    const surface = await tested.openSilentPage();
    const set = (value: boolean) =>
      askBackground(surface.page, 'changeSettings', { kind: 'field', field: 'enabled', value });
    const changes = Promise.allSettled([set(false), set(true), set(false)]);
    await endBackground(tested.extension.driver);
    await changes;
    const { enabled } = (await askBackground(surface.page, 'getSettings')) as { enabled: boolean };
    await waitForCounts(page, enabled ? '1,1' : '0,0');
    await set(false);
    await waitForCounts(page, '0,0');
    await Promise.all([set(true), switchSite(tested, 'localhost', true)]);
    await waitForCounts(page, '1,1');
    expect(page.errors).toEqual([]);
  });

  test('of packs reaches pages that had nothing to show, and hidden ones once they are seen', async () => {
    const river = '<p>They went down the Velmora at dawn.</p>';
    const here = tested.server.addPage('/river.html', `<!doctype html><article>${filler}${river}</article>`);
    const page = await tested.openHtml(
      `<article>${filler}${river}</article>${frame(here)}${frame(here.replace('localhost', '127.0.0.1'))}`,
    );
    await waitForCounts(page, '0,0,0');
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, writePack('rivers', makeTinyPack('rivers', ['Velmora'])), 'The pack rivers');
    await waitForCounts(page, '1,1,1');
    await switchPack(options, 'rivers', false);
    await endBackground(tested.extension.driver);
    // Pending work is done the next time that anything starts the background.
    await askBackground(options.page, 'getSettings');
    await waitForCounts(page, '0,0,0');
    await switchPack(options, 'rivers', true);
    await waitForCounts(page, '1,1,1');
    expect([...page.errors, ...options.errors]).toEqual([]);
  });
});

// Puppeteer loses a page restored from Firefox's back/forward cache: it keeps querying the previous page.
describe('what a reader changes, in Chromium,', () => {
  const tested = useExtension('chromium');
  afterEach(() => changeSettings(tested, { kind: 'reset' }));

  test.each([
    ['marks', 'cached', article, '1'],
    ['nothing to show', 'cached-too', `<article>${filler}<p>They went down the Velmora.</p></article>`, '0'],
  ])('reaches a page with %s that comes out of the cache for going back', async (_, pack, html, marks) => {
    const page = await tested.openHtml(html);
    await waitForCounts(page, marks);
    await page.call(() => Object.assign(globalThis, { isSameDocument: true }));
    const other = tested.server.addPage('/other.html', `<!doctype html>${quiet}`);
    await page.page.goto(other);
    await switchSite(tested, 'localhost', false);
    await page.page.bringToFront();
    await page.page.goBack();
    await waitForCounts(page, '0');
    await page.page.goto(other);
    await switchSite(tested, 'localhost', true);
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, writePack(pack, makeTinyPack(pack, ['Velmora'])), `The pack ${pack}`);
    await page.page.bringToFront();
    await page.page.goBack();
    await waitForCounts(page, '1');
    expect(await page.call(() => 'isSameDocument' in globalThis)).toBe(true);
    await switchPack(options, pack, false);
  });
});
