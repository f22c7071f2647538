import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { runInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import type { TestedExtension } from '../driving/start-extension.ts';

/** The browser's real side panel or sidebar with the briefing in it, not a tab in its place. */
export interface SidePanel {
  readText(): Promise<string>;
  /** Clicks on the button with this label. */
  press(label: string): Promise<void>;
  close(): Promise<void>;
}

/** The popup's button that opens it, as a selector. */
export const panelButton = '::-p-aria([name="Side panel"][role="button"])';

/**
 * Opens it like a reader: with a click in the popup above `page`. In Chromium that is the real popup. In Firefox it is
 * the popup's page in a tab, because WebDriver reaches no popup there; the click counts as the reader's all the same,
 * and without one the sidebar stays closed.
 * @param button of the popup, as a selector
 */
export function openSidePanel(
  tested: TestedExtension,
  page: DrivenPage,
  button = panelButton,
): Promise<SidePanel> {
  const isFirefox = tested.extension.driver.name === 'firefox';
  return isFirefox ? openSidebar(tested, page, button) : openChromiumPanel(tested, page, button);
}

async function openChromiumPanel(
  tested: TestedExtension,
  page: DrivenPage,
  button: string,
): Promise<SidePanel> {
  const { browser, extensionOrigin } = tested.extension.driver;
  // Empty for a moment after the launch.
  const extensions = await waitFor(
    'the installed extension',
    () => browser.extensions(),
    (all) => all.size > 0,
  );
  await page.page.bringToFront();
  const [extension] = extensions.values();
  await extension?.triggerAction(page.page);
  const targetOf = async (path: string) => {
    const target = await browser.waitForTarget((one) => one.url() === extensionOrigin + path);
    return target.asPage();
  };
  const popup = await targetOf('src/entrypoints/toolbar.html');
  await popup.locator(button).click();
  const panel = await targetOf('src/entrypoints/panel.html');
  return {
    readText: async () => String(await panel.evaluate('document.body.textContent')),
    press: (label) => panel.locator(`::-p-aria([name="${label}"])`).click(),
    close: () => panel.close(),
  };
}

/** Read and clicked from another page of the extension: WebDriver BiDi does not list sidebars among its contexts. */
async function openSidebar(tested: TestedExtension, page: DrivenPage, button: string): Promise<SidePanel> {
  const { browser } = tested.extension.driver;
  const tabId = await tested.extension.findTabId(page);
  const beside = await tested.openSilentPage();
  const popup = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`);
  await popup.page.locator(button).click();
  const readText = () => beside.call(readSidebar);
  await waitFor('the sidebar', readText, (text) => text !== '');
  await page.page.bringToFront();
  return {
    readText,
    async press(label) {
      await waitFor(
        `the sidebar’s button "${label}"`,
        () => beside.call(pressInSidebar, label),
        (isPressed) => isPressed,
      );
    },
    close: () => runInWindow(browser, 'SidebarController.hide()'),
  };
}

interface SidebarScope {
  readonly browser: { readonly extension: { getViews(filter: { type: string }): Window[] } };
}

/** Runs in a page of the extension. */
function readSidebar(): string {
  const { browser } = globalThis as unknown as SidebarScope;
  return browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.textContent ?? '';
}

/** Runs in a page of the extension. */
function pressInSidebar(label: string): boolean {
  const { browser } = globalThis as unknown as SidebarScope;
  const buttons = browser.extension.getViews({ type: 'sidebar' })[0]?.document.querySelectorAll('button');
  const found = [...(buttons ?? [])].find((button) => button.textContent.trim() === label);
  found?.click();
  return found !== undefined;
}
