import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { siteOf } from '../settings/site-rules.ts';
import { callTab } from './call-tab.ts';
import { openLibrary } from './open-library.ts';
import type { TabState } from './tab-state.ts';

export interface MenuTitles {
  /** With `%s`, for which the browsers put the selected words. */
  readonly lookUp: string;
  readonly siteOff: string;
  readonly siteOn: string;
}

const webPages = ['http://*/*', 'https://*/*'];

/** Long enough for every name, short enough for an address. */
const longestQuery = 200;

// Both browsers keep a menu while the background sleeps, and report an error for an entry that is made twice: so all go before
// they are made again, and one making waits for the other.
let making: Promise<void> = Promise.resolve();

/** Makes the menu anew, in the reader's language. */
export function makeContextMenu(titles: MenuTitles): Promise<void> {
  making = making.then(async () => {
    await browser.contextMenus.removeAll();
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
  browser.contextMenus.create(entry, () => void browser.runtime.lastError);
}

/** Offers what can be done on the page in front: to switch its site off, or on again, or neither. */
export async function showSiteEntry(state: TabState): Promise<void> {
  await making;
  // Where the menu is not made yet, it is about to be, and told again.
  await Promise.allSettled([
    browser.contextMenus.update('site-off', { visible: state === 'on' }),
    browser.contextMenus.update('site-on', { visible: state === 'site' }),
  ]);
}

/** Registered at once when the background starts: a click may be what started it. */
export function handleContextMenu(switchSite: (host: string, isOn: boolean) => Promise<unknown>): void {
  browser.contextMenus.onClicked.addListener(async (info, tab) => {
    if (info.menuItemId === 'look-up') {
      await lookUp(info, tab);
      return;
    }
    // The whole page's, also where the click was in one of its frames.
    const site = siteOf(tab?.url ?? info.pageUrl ?? '');
    if (site !== '') await switchSite(site, info.menuItemId === 'site-on');
  });
}

/** The card where the words stand for something known there, and otherwise what the library finds for them. */
async function lookUp(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  if (tab?.id !== undefined && tab.id >= 0) {
    const frame = { tabId: tab.id, frameId: info.frameId ?? 0 };
    if (await callTab(frame, 'lookUpSelection').catch(() => false)) return;
  }
  const words = (info.selectionText ?? '').replace(/\s+/g, ' ').trim().slice(0, longestQuery);
  await openLibrary(`#/search?q=${encodeURIComponent(words)}`, tab && tab.index + 1);
}
