import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';

const article = '<article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p></article>';

describe.each(browserNames)('the pop-up in %s', (name) => {
  const tested = useExtension(name);

  test.each([
    ['foo_bar.localhost', 'Sidelight on foo_bar.localhost', 'foo_bar.localhost'],
    ['-news.localhost', 'Sidelight on -news.localhost', '-news.localhost'],
    ['www.dot.localhost.', 'Sidelight on dot.localhost', 'dot.localhost'],
    ['bücher.localhost', 'Sidelight on bücher.localhost', 'xn--bcher-kva.localhost'],
    ['127.0.0.1', 'Sidelight on 127.0.0.1', '127.0.0.1'],
  ])('switches %s off and on again, and no other site', async (host, label, pattern) => {
    const address = tested.server.addPage('/story.html', article).replace('localhost', host);
    const page = await tested.openAddress(address);
    await page.waitForMark('Amazon Rekognition');
    const tabId = await tested.extension.findTabId(page);
    const popup = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`);
    const press = () => popup.page.locator(`::-p-aria([name="${label}"][role="switch"])`).click();
    const listSites = async () =>
      callApi(popup, '(await api.storage.sync.get(null))["settings.sites.patterns#0"] ?? []');
    await press();
    await page.waitForMarks((marks) => marks.length === 0);
    expect(await popup.call(() => document.querySelector('[role=alert]')?.textContent)).toBe('');
    await expect.poll(listSites).toEqual([pattern]);
    await press();
    await page.page.bringToFront();
    await page.waitForMark('Amazon Rekognition');
    await expect.poll(listSites).toEqual([]);
  });
});
