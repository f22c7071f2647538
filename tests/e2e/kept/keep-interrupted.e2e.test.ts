import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../tools/bench/random.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { type PageServer, servePages } from '../../../tools/browsers/serve-pages.ts';
import { useExtension } from '../driving/start-extension.ts';
import { killBrowser, limitSpace, useProfile } from '../driving/use-profile.ts';
import { articlePage, ask, bridge, keepPage, readKeptState } from './kept-state.ts';

const title = 'Aberford closes its old bridge';
const severalStartsMs = 180_000;
const random = createRandom(7);
/** A text that no browser can make smaller. */
const longText = Array.from({ length: 90_000 }, () => random().toString(36).slice(2, 12)).join(' ');

let server: PageServer;
beforeAll(async () => {
  server = await servePages();
});
afterAll(() => server.close());

describe.each(browserNames)('%s, killed', (name) => {
  test('right after it said that an article is kept, still has it, and the change before', {
    timeout: severalStartsMs,
  }, async () => {
    const launch = useProfile(name);
    let extension = await launch();
    // What is there since an earlier start, too.
    await extension.close();
    extension = await launch();
    const surface = await extension.openSilentPage();
    for (const number of [1, 2]) {
      const html = articlePage(`${title} ${number}`, bridge);
      const page = await extension.openPage(server.addPage(`/bridge-${number}.html`, html));
      const outcome = await keepPage(surface, (await extension.findTabId(page)) ?? -1);
      expect(outcome.obstacle).toBeNull();
    }
    await killBrowser(extension);
    extension = await launch();
    const after = await extension.openSilentPage();
    expect(await readKeptState(after)).toMatchObject({
      articles: [
        { title: `${title} 1`, versions: 1 },
        { title: `${title} 2`, versions: 1 },
      ],
      isWhole: true,
    });
    await ask(after, 'undoKept');
    expect((await readKeptState(after)).articles).toHaveLength(1);
  });

  test('while it keeps articles has whole ones only', { timeout: severalStartsMs }, async () => {
    const launch = useProfile(name);
    let extension = await launch();
    await extension.close();
    extension = await launch();
    const surface = await extension.openSilentPage();
    const keptTexts = Array.from({ length: 12 }, (_, number) =>
      keepText(surface, `Number ${number}`, longText.slice(number * 10_000, number * 10_000 + 200_000)).catch(
        () => undefined,
      ),
    );
    // The others are still waiting, or being stored.
    await keptTexts[0];
    await killBrowser(extension);
    extension = await launch();
    const state = await readKeptState(await extension.openSilentPage());
    expect(state.isWhole).toBe(true);
    expect(state.articles.length).toBeGreaterThanOrEqual(1);
    expect(state.articles.every(({ versions, story }) => versions === 1 && story !== '')).toBe(true);
  });
});

describe('with no room left, an article is not kept, and says so; what was there stays:', () => {
  const tested = useExtension('chromium');

  test('in Chromium', async () => {
    const surface = await tested.openSilentPage();
    const session = await surface.page.createCDPSession();
    const origin = tested.extension.driver.extensionOrigin.slice(0, -1);
    // Before anything is written: Chromium caches the available space for half a minute.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await expectOutOfSpace(surface);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await keepText(surface, 'Clocks', 'A museum of clocks opens in Brightsea. It has nine hundred.');
    expect((await readKeptState(surface)).articles).toHaveLength(2);
  });

  test('in Firefox', { timeout: severalStartsMs }, async () => {
    const launch = useProfile('firefox');
    const full = await launch(limitSpace(800));
    await expectOutOfSpace(await full.openSilentPage());
    await full.close();
    const roomy = await launch(limitSpace(-1));
    const after = await roomy.openSilentPage();
    await keepText(after, 'Long', longText);
    expect(await readKeptState(after)).toMatchObject({
      articles: [{ title }, { title: 'Long' }],
      isWhole: true,
    });
  });
});

async function expectOutOfSpace(surface: DrivenPage): Promise<void> {
  await keepText(surface, title, bridge.join('\n\n'));
  const before = await readKeptState(surface);
  const failed = await keepText(surface, 'Long', longText).catch((error: unknown) => error);
  expect(failed).toMatchObject({ failure: { code: 'noRoomForKept' } });
  expect(await readKeptState(surface)).toEqual(before);
}

function keepText(surface: DrivenPage, heading: string, text: string) {
  const article = {
    ...{ title: heading, outlet: '', authors: [], date: '', address: '', language: 'en' },
    text,
  };
  return ask(surface, 'keepText', { article, kind: 'text' });
}
