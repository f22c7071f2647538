import { beforeEach, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { chooseMenuEntry } from '../driving/choose-menu-entry.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';
import { articlePage, ask, bridge, forgetAll, keepPage, readKeptState } from './kept-state.ts';

const title = 'Aberford closes its old bridge';

describe.each(browserNames)('an article in %s', (name) => {
  const tested = useExtension(name);
  const tabIdOf = async (page: DrivenPage) => (await tested.extension.findTabId(page)) ?? -1;
  const serve = (path: string, html = articlePage(title, bridge)) =>
    tested.openAddress(tested.server.addPage(path, html));
  const keptCount = async (surface: DrivenPage, count: number) =>
    waitFor(
      `${count} kept`,
      () => readKeptState(surface),
      ({ articles }) => articles.length === count,
    );

  beforeEach(async () => {
    await forgetAll(await tested.openSilentPage());
  });

  test('is kept by the menu and by the keyboard; the button says so, and the page cannot tell', async () => {
    const surface = await tested.openSilentPage();
    const page = await serve('/menu.html');
    const tabId = await tabIdOf(page);
    await page.page.bringToFront();
    const before = await page.call(() => document.documentElement.outerHTML);
    await chooseMenuEntry(tested, page, 'keep', 'Engineers');
    const { articles } = await keptCount(surface, 1);
    expect(articles).toEqual([{ title, versions: 1, story: title }]);
    const readTitle = () => callApi(surface, `await api.action.getTitle({ tabId: ${tabId} })`);
    await expect.poll(readTitle).toBe(`Sidelight: kept in the story “${title}”`);
    await page.page.bringToFront();
    await tested.extension.driver.runCommand('keep-article');
    await expect
      .poll(readTitle)
      .toBe(`Sidelight: kept already, and unchanged since, in the story “${title}”`);
    await expect.poll(() => callApi(surface, `await api.action.getBadgeText({ tabId: ${tabId} })`)).toBe('');
    expect(await page.call(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.call(() => Object.getOwnPropertySymbols(globalThis).map(String).join())).not.toContain(
      'sidelight',
    );
    expect([...page.errors, ...surface.errors]).toEqual([]);
  });

  test('that has changed is kept in both versions, and what changed is listed, quotations first', async () => {
    const surface = await tested.openSilentPage();
    const page = await serve('/changing.html');
    const tabId = await tabIdOf(page);
    expect(await keepPage(surface, tabId)).toMatchObject({ obstacle: null, isUnchanged: false, changes: [] });
    const now = [
      ...bridge.slice(0, 1),
      (bridge[1] ?? '').replace('on Monday', 'on Friday').replace('4,200', '4,900'),
      (bridge[2] ?? '').replaceAll('.', '!'),
    ];
    tested.server.addPage('/changing.html', articlePage(title, now));
    await page.page.reload();
    expect(await keepPage(surface, tabId)).toMatchObject({
      isUnchanged: false,
      changes: [{ kind: 'quotation' }, { kind: 'number' }],
      kept: { versionCount: 2 },
    });
    expect(await ask(surface, 'getKeptPage', { tabId })).toMatchObject({ kept: { versionCount: 2 } });
    expect(await readKeptState(surface)).toMatchObject({ isWhole: true });
  });

  test('kept in two windows at once is one article', async () => {
    const surface = await tested.openSilentPage();
    const [one, two] = [await serve('/twice.html'), await serve('/twice.html')];
    const ids = [await tabIdOf(one), await tabIdOf(two)];
    const outcomes = await Promise.all(ids.map((tabId) => keepPage(surface, tabId)));
    expect(outcomes.map((outcome) => 'isUnchanged' in outcome && outcome.isUnchanged).sort()).toEqual([
      false,
      true,
    ]);
    const { articles, isWhole } = await readKeptState(surface);
    expect([articles.length, isWhole]).toEqual([1, true]);
  });

  test.each([
    [
      'a form',
      '<title>Sign in</title><main><form><label>Name <input></label><button>Go</button></form></main>',
    ],
    [
      'a list of links',
      `<title>News</title><main><ul>${'<li><a href="/x">Bridge shut</a></li>'.repeat(40)}</ul></main>`,
    ],
    ['nothing', '<title>Empty</title>'],
  ])('is not made of %s', async (_what, html) => {
    const surface = await tested.openSilentPage();
    const page = await tested.openHtml(html);
    const tabId = await tabIdOf(page);
    expect(await ask(surface, 'getKeptPage', { tabId })).toEqual({ obstacle: 'no-article', kept: null });
    expect(await keepPage(surface, tabId)).toMatchObject({ obstacle: 'no-article' });
  });

  test('is not read from pages of the browser or the extension', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    const tabId = (await callApi(surface, '(await api.tabs.getCurrent()).id')) as number;
    expect(await keepPage(surface, tabId)).toMatchObject({ obstacle: 'no-access' });
  });

  test('of another site stays what it is: a page is believed on its own site only', async () => {
    const surface = await tested.openSilentPage();
    const own = await serve(
      '/own.html',
      articlePage(title, bridge).replace(
        '<title>',
        '<link rel="canonical" href="https://www.wendherald.example/2020/bridge"><title>',
      ),
    );
    const outcome = await keepPage(surface, await tabIdOf(own));
    expect(outcome).toMatchObject({ kept: { address: `${tested.server.origin}/own.html` } });
  });
});
