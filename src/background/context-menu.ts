import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { openLibrary } from '../browser-api/open-library.ts';
import { callTab } from '../messaging/call-tab.ts';
import { siteOf } from '../settings/site-rules.ts';
import type { TabState } from './tab-state.ts';

export interface MenuTitles {
  /** With `%s`, for which the browsers put the selected words. */
  readonly lookUp: string;
  readonly siteOff: string;
  readonly siteOn: string;
  /** In a private window, where they say what is kept of it. */
  readonly siteOffPrivate: string;
  readonly siteOnPrivate: string;
}

export interface MenuActions {
  switchSite(site: string, isOn: boolean): Promise<unknown>;
  /** Brings the script that reads a page into a frame. */
  ensurePageScript(frame: { tabId: number; frameId: number }): Promise<void>;
  /** Says in a frame why the reader's click came to nothing. */
  reportFailure(frame: { tabId: number; frameId: number }, error: unknown): Promise<void>;
}

const webPages = ['http://*/*', 'https://*/*'];

/** Long enough for every name, short enough for an address. */
const maxQueryLength = 200;

// Both browsers keep a menu while the background sleeps, and report an error for an entry that is made twice: so all go before
// they are made again, and one making waits for the other.
let making: Promise<void> = Promise.resolve();

/** Firefox for Android has no menus. */
const menus: typeof browser.contextMenus | undefined = browser.contextMenus;

/** Makes the menu anew, in the reader's language. */
export function makeContextMenu(titles: MenuTitles): Promise<void> {
  if (menus === undefined) return making;
  making = making.then(async () => {
    await menus.removeAll();
    create({ id: 'look-up', title: titles.lookUp, contexts: ['selection'] });
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

/** Offers what can be done on the page in front: to switch its site off, or on again, or neither. */
export async function showSiteEntry(state: TabState, titles: MenuTitles, isPrivate: boolean): Promise<void> {
  await making;
  const off = isPrivate ? titles.siteOffPrivate : titles.siteOff;
  const on = isPrivate ? titles.siteOnPrivate : titles.siteOn;
  // Where the menu is not made yet, it is about to be, and told again.
  await Promise.allSettled([
    menus?.update('site-off', { visible: state === 'on', title: off }),
    menus?.update('site-on', { visible: state === 'site', title: on }),
  ]);
}

/** Registered at once when the background starts: a click may be what started it. */
export function handleContextMenu({ switchSite, ensurePageScript, reportFailure }: MenuActions): void {
  menus?.onClicked.addListener(async (info, tab) => {
    try {
      if (info.menuItemId === 'look-up') {
        await lookUp(info, tab, ensurePageScript);
        return;
      }
      // The whole page's, also where the click was in one of its frames.
      const site = siteOf(tab?.url ?? info.pageUrl ?? '');
      if (site !== '') await switchSite(site, info.menuItemId === 'site-on');
    } catch (error) {
      // Where the browser lets no extension in, there is no page to say it in.
      await reportFailure(frameOf(info, tab), error).catch(() => undefined);
    }
  });
}

/** The card where the words stand for something known there, and otherwise what the library finds for them. */
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
