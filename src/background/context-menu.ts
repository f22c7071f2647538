import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { openLibrary } from '../browser-api/open-library.ts';
import { callTab } from '../messaging/call-tab.ts';
import { siteOf } from '../settings/site-rules.ts';
import type { TabState } from './tab-state.ts';

export interface MenuTitles {
  /** With `%s`, which browsers replace by the selected words. */
  readonly lookUp: string;
  readonly keep: string;
  readonly siteOff: string;
  readonly siteOn: string;
  /** For a private window, where it says what is stored. */
  readonly siteOffPrivate: string;
  readonly siteOnPrivate: string;
}

export interface MenuActions {
  switchSite(site: string, isOn: boolean): Promise<unknown>;
  /** Keeps the article in a tab, and shows the outcome. */
  keepArticle(tabId: number): Promise<void>;
  /** Injects the page script into a frame. */
  ensurePageScript(frame: { tabId: number; frameId: number }): Promise<void>;
  /** Shows in a frame why the reader's click failed. */
  reportFailure(frame: { tabId: number; frameId: number }, error: unknown): Promise<void>;
}

const webPages = ['http://*/*', 'https://*/*'];
const pages = [...webPages, 'file:///*'];

/** Long enough for every name, short enough for an address. */
const maxQueryLength = 200;

// Both browsers keep a menu while the background is suspended, and report an error for a duplicate entry. So
// all entries are removed before they are created, one creation after the other.
let making: Promise<void> = Promise.resolve();

/** Firefox for Android has no menus. */
const menus: typeof browser.contextMenus | undefined = browser.contextMenus;

/** Creates the menu in the reader's language, in place of the present one. */
export function makeContextMenu(titles: MenuTitles): Promise<void> {
  if (menus === undefined) return making;
  making = making.then(async () => {
    await menus.removeAll();
    create({ id: 'look-up', title: titles.lookUp, contexts: ['selection'] });
    create({ id: 'keep', title: titles.keep, contexts: ['page', 'action'], documentUrlPatterns: pages });
    create({
      id: 'site-off',
      title: titles.siteOff,
      contexts: ['page', 'action'],
      documentUrlPatterns: webPages,
    });
    create({
      id: 'site-on',
      title: titles.siteOn,
      contexts: ['page', 'action'],
      documentUrlPatterns: webPages,
      visible: false,
    });
  });
  return making;
}

function create(entry: Menus.CreateCreatePropertiesType): void {
  menus?.create(entry, () => void browser.runtime.lastError);
}

/** Offers to keep the active page's article, and to switch its site off, or on again, or neither. */
export async function showPageEntries(
  state: TabState,
  titles: MenuTitles,
  isPrivate: boolean,
): Promise<void> {
  await making;
  const off = isPrivate ? titles.siteOffPrivate : titles.siteOff;
  const on = isPrivate ? titles.siteOnPrivate : titles.siteOn;
  // If the menu does not exist yet, it is about to be created, and this is called again.
  await Promise.allSettled([
    menus?.update('keep', { visible: !isPrivate }),
    menus?.update('site-off', { visible: state === 'on', title: off }),
    menus?.update('site-on', { visible: state === 'site', title: on }),
  ]);
}

/** Register it at once when the background starts: a click may have started it. */
export function handleContextMenu({
  switchSite,
  keepArticle,
  ensurePageScript,
  reportFailure,
}: MenuActions): void {
  menus?.onClicked.addListener(async (info, tab) => {
    try {
      if (info.menuItemId === 'look-up') {
        await lookUp(info, tab, ensurePageScript);
        return;
      }
      if (info.menuItemId === 'keep') {
        if (tab?.id !== undefined) await keepArticle(tab.id);
        return;
      }
      // The site of the top page, even if the click was in a frame.
      const site = siteOf(tab?.url ?? info.pageUrl ?? '');
      if (site !== '') await switchSite(site, info.menuItemId === 'site-on');
    } catch (error) {
      // A page that extensions may not enter cannot show a message.
      await reportFailure(frameOf(info, tab), error).catch(() => undefined);
    }
  });
}

/**
 * Opens the card if the page mentions something known at these words, otherwise the library's results for
 * them.
 */
async function lookUp(
  info: Menus.OnClickData,
  tab: Tabs.Tab | undefined,
  ensurePageScript: MenuActions['ensurePageScript'],
): Promise<void> {
  const frame = frameOf(info, tab);
  await ensurePageScript(frame).catch(() => undefined);
  if (await callTab(frame, 'lookUpSelection').catch(() => false)) return;
  const words = (info.selectionText ?? '').replace(/\s+/g, ' ').trim().slice(0, maxQueryLength);
  await openLibrary(`#/search?q=${encodeURIComponent(words)}`, tab);
}

function frameOf({ frameId = 0 }: Menus.OnClickData, tab: Tabs.Tab | undefined) {
  return { tabId: tab?.id ?? browser.tabs.TAB_ID_NONE, frameId };
}
