import browser, { type Tabs } from 'webextension-polyfill';
import { callTab } from '../messaging/call-tab.ts';
import { UnansweredCall } from '../messaging/message-envelope.ts';
import { makePageSettings, type TopicChoice } from '../settings/page-settings.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import { siteOf } from '../settings/site-rules.ts';

/**
 * Pushes changed settings to one tab, in one message. It reaches the frames that are followed or in which
 * Sidelight is off.
 * @param before undefined if unknown
 */
export async function pushSettings(
  tab: Tabs.Tab,
  settings: Settings,
  before: Settings | undefined,
  topics: readonly TopicChoice[],
): Promise<void> {
  if (tab.id === undefined) return;
  const host = siteOf(tab.url ?? '');
  const hosts = { own: host, page: host };
  // The list of sites does not apply to the extension's own pages.
  const isOwnPage = tab.url?.startsWith(browser.runtime.getURL('')) ?? false;
  const applied = isOwnPage ? { ...settings, sites: defaultSettings.sites } : settings;
  try {
    await callTab({ tabId: tab.id }, 'applySettings', {
      host,
      settings: makePageSettings(applied, topics, hosts),
      isByHost: before === undefined || readByHost(before) !== readByHost(settings),
    });
  } catch (error) {
    // No frame has anything to show or to hide.
    if (!(error instanceof UnansweredCall)) throw error;
  }
}

/** The settings that may differ between sites. */
function readByHost({ enabled, sites, exceptions }: Settings): string {
  return JSON.stringify([enabled, sites, exceptions]);
}
