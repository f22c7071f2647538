import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';

const article = `<article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p></article>`;

/** Has the effect of the browser's page for extensions, which in Firefox is what the extension itself may request. */
async function letRead(tested: TestedExtension, isAllowed: boolean): Promise<void> {
  const { name, browser, extensionOrigin } = tested.extension.driver;
  if (name === 'firefox') {
    if (!isAllowed) {
      const surface = await tested.openSilentPage();
      await callApi(surface, 'await api.permissions.remove({ origins: ["<all_urls>"] })');
      return;
    }
    const surface = await tested.openSurface('src/entrypoints/options.html');
    await callApi(
      surface,
      '(document.body.insertAdjacentHTML("beforeend", "<button id=allow>Allow</button>"), document.querySelector("#allow").onclick = () => void api.permissions.request({ origins: ["<all_urls>"] }), true)',
    );
    await surface.page.click('#allow');
    return;
  }
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({
      extensionId: '${new URL(extensionOrigin).host}', hostAccess: '${isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK'}',
    })`,
  );
  await page.close();
}

describe.each(browserNames)('a permission that is revoked in %s', (name) => {
  const tested = useExtension(name, {
    // Its prompt cannot be pressed in a headless Firefox.
    firefoxPreferences: { 'extensions.webextOptionalPermissionPrompts': false },
  });

  test('takes marks and card from open pages; the pop-up says why, and given again it brings them back', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const tabId = await tested.extension.findTabId(page);
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard();
    await letRead(tested, false);
    await page.waitForMarks((marks) => marks.length === 0);
    await page.page.bringToFront();
    await page.waitForNoCard();
    await page.clickText('Amazon Rekognition');
    expect(await page.readCard()).toBeUndefined();

    const popup = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`);
    await waitFor(
      'the reason',
      () => popup.call(() => document.body.textContent),
      (text) => text?.includes('until you allow it') === true,
    );
    const title = () => callApi<string>(popup, `await api.action.getTitle({ tabId: ${tabId} })`);
    await waitFor('the title of the button', title, (text) => text === 'Sidelight: cannot read this page');
    expect(await callApi(popup, `await api.action.getBadgeText({ tabId: ${tabId} })`)).toBe('');

    await letRead(tested, true);
    await page.page.bringToFront();
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard((text) => text.includes('Rekognition'));
  });
});
