import browser from 'webextension-polyfill';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import { DocumentStore } from '../matching/document-store.ts';
import type { PageMatcher } from '../matching/page-matcher.ts';
import type { BackgroundHandlers } from '../messaging/handle-background-calls.ts';
import type { Caller } from '../messaging/identify-caller.ts';
import {
  type FrameHosts,
  findDisabledReason,
  findExceptions,
  makePageSettings,
} from '../settings/page-settings.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import { readStoredSettings } from '../storage/read-stored-settings.ts';
import { runScript } from './inject-scripts.ts';
import type { KnownPacks } from './known-packs.ts';

interface PageServiceOptions {
  readonly packs: KnownPacks<PageMatcher>;
  /** The script that reads and follows a page. */
  readonly pageScript: string;
}

type PageCalls = Pick<BackgroundHandlers, 'checkText' | 'openPage' | 'sendText'>;

/**
 * Finds for pages what their text holds. Everything that finds is here, once, in code that is warm; a page sends its text and
 * is answered with the places.
 */
export function servePages({ packs, pageScript }: PageServiceOptions): PageCalls & {
  /** Brings the script that reads and follows a page into a frame. Rejects where Sidelight may not enter it. */
  ensurePageScript(frame: { readonly tabId: number; readonly frameId: number }): Promise<void>;
  forgetTab(tabId: number): void;
} {
  const documents = new DocumentStore();
  return {
    async checkText(caller, { text, isFollowed }) {
      // A frame that asks this has nothing to show as yet, whatever was shown in its place before.
      documents.forget(caller.place);
      // Answered as soon as it is read: whoever is told "off" hears of the next change.
      if (findDisabledReason(await readSettingsFor(caller), hostsOf(caller)) !== null) return 'off';
      const matcher = await packs.readMatching();
      if (!matcher.mayContain(text)) return 'nothing';
      if (caller.frame && !isFollowed) await runScript(caller.frame, pageScript);
      return 'perhaps';
    },
    async openPage(caller) {
      const [settings, overviews] = await Promise.all([readSettingsFor(caller), packs.list()]);
      return makePageSettings(
        settings,
        overviews.flatMap(({ topics }) => topics),
        hostsOf(caller),
      );
    },
    async sendText(caller, message) {
      const [settings, matcher] = await Promise.all([readStoredSettings(), packs.readMatching()]);
      return documents.update(caller.place, message, matcher, findExceptions(settings, hostsOf(caller)));
    },
    async ensurePageScript(frame) {
      // Where the permission is missing Chromium keeps a script waiting for the reader's click, and the caller with it.
      const { url } = await browser.tabs.get(frame.tabId);
      if (url === undefined || !(await isPagePermitted(url)))
        throw new Error('Sidelight may not enter this page');
      await runScript(frame, pageScript);
    },
    forgetTab: (tabId) => documents.forgetTab(tabId),
  };
}

function hostsOf({ frame }: Caller): FrameHosts {
  return frame ? { own: frame.site, page: frame.pageHost || frame.site } : { own: '', page: '' };
}

/** The reader's list of sites is about other people's pages: those of the extension have no host that could be on it. */
async function readSettingsFor({ frame }: Caller): Promise<Settings> {
  const settings = await readStoredSettings();
  return frame ? settings : { ...settings, sites: defaultSettings.sites };
}
