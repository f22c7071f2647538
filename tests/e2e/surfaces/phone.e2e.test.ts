import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { type BrowserName, browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';
import { panelButton } from './side-panel.ts';

const phone = { width: 360, height: 640 };
const article = `<meta name="viewport" content="width=device-width"><article><h1>Faces</h1>
  <p>Police tried Amazon Rekognition for years.</p><p id="below">The orchard opened at nine.</p></article>`;

/** Runs before the background: removes what the manifest cannot leave out. */
const prelude = `
  const api = globalThis.browser ?? chrome;
  delete api.windows;
  if (api.windows !== undefined) Object.defineProperty(api, 'windows', { value: undefined, configurable: true });
  for (const name of ['windows', 'commands', 'menus', 'contextMenus', 'sidebarAction', 'sidePanel']) {
    if (api[name] !== undefined) throw new Error(name + ' is still there');
  }
`;

/** The build as Firefox for Android runs it: without commands, menus, windows and a side panel. */
function copyForPhone(name: BrowserName): string {
  const folder = makeTemporaryFolder('phone');
  cpSync(builtFolder(name), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { commands, sidebar_action, side_panel, permissions, ...manifest } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  expect(commands).toBeDefined();
  expect(sidebar_action ?? side_panel).toBeDefined();
  const left = permissions.filter((one: string) => one !== 'contextMenus' && one !== 'sidePanel');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: left }));
  const loader = join(folder, 'service-worker-loader.js');
  writeFileSync(loader, `import './prelude.js';\n${readFileSync(loader, 'utf8')}`);
  writeFileSync(join(folder, 'prelude.js'), prelude);
  return folder;
}

describe.each(browserNames)('on a phone, in %s', (name) => {
  const tested = useExtension(name, { extensionFolder: copyForPhone(name) });
  /** Puppeteer reloads a page to emulate touch, which Firefox allows for no page of an extension. */
  const hold = async (page: DrivenPage, hasTouch = false) => {
    await page.page.setViewport({ ...phone, hasTouch });
    return page;
  };

  test('a tap on a mark opens the card as a sheet at the bottom, and a tap elsewhere closes it', async () => {
    const page = await hold(await tested.openHtml(article), true);
    await page.waitForMark('Amazon Rekognition');
    const tap = async ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
      page.page.touchscreen.tap(x + width / 2, y + height / 2);
    await tap(await page.boxOfMark('Amazon Rekognition'));
    await page.waitForCard((text) => text.includes('Rekognition'));
    const sheet = await waitFor(
      'the sheet in its place',
      () => page.readCardBox(),
      (box) => (box?.y ?? 0) > 0,
    );
    const view = await page.call(() => ({ width: innerWidth, height: innerHeight }));
    expect(sheet).toMatchObject({ x: 0, width: view.width });
    // The tapped mark is still visible.
    expect(Math.round((sheet?.y ?? 0) + (sheet?.height ?? 0))).toBe(view.height);
    expect(view.width).toBe(phone.width);
    await tap(await page.boxOfText('Faces'));
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('the pop-up fits, and the briefing opens as a tab for the page', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const tabId = await tested.extension.findTabId(page);
    const popup = await hold(await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`));
    await popup.page.locator('li ::-p-text(Amazon Rekognition)').wait();
    expect(await popup.call(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await popup.page.locator(panelButton).click();
    const addresses = await waitFor(
      'the panel',
      () =>
        callApi<string[]>(
          popup,
          '(await api.tabs.query({})).map(({ url, pendingUrl }) => url || pendingUrl || "")',
        ),
      (all) => all.some((one) => one.includes('src/entrypoints/panel.html?tab=')),
    );
    expect(addresses.filter((one) => one.includes('panel.html'))).toHaveLength(1);
    const panel = await hold(await tested.openSurface(`src/entrypoints/panel.html?tab=${tabId}`));
    await panel.page.locator('[role=tab] ::-p-text(Overview)').wait();
    expect(await panel.call(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });

  test('the options say that there are no keys', async () => {
    const options = await hold(await tested.openSurface('src/entrypoints/options.html'));
    await options.page.locator('::-p-text(no keyboard shortcuts for extensions)').wait();
    expect(await options.call(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(options.errors).toEqual([]);
  });
});
