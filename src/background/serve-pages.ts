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
 * Finds what the text of a page contains. All matching happens here, once, in warm code: a page sends its
 * text and gets the findings.
 */
export function servePages({ packs, pageScript }: PageServiceOptions): PageCalls & {
  /** Injects the script that reads and follows a page into a frame. Rejects if Sidelight may not enter it. */
  ensurePageScript(frame: { readonly tabId: number; readonly frameId: number }): Promise<void>;
  forgetTab(tabId: number): void;
} {
  const documents = new DocumentStore();
  return {
    async checkText(caller, { text, isFollowed }) {
      // A frame that makes this call has nothing to show yet, whatever was in its place before.
      documents.forget(caller.place);
      // Answered as soon as the settings are read: a frame that is told "off" gets the next change pushed.
      if (findDisabledReason(await readSettingsFor(caller), hostsOf(caller)) !== null) return 'off';
      const matcher = await packs.readMatching();
      if (!matcher.mayContain(text)) return 'nothing';
      if (caller.frame && !isFollowed) await runScript(caller.frame, pageScript);
      return 'perhaps';
    },
    async openPage(caller) {
      const [settings, topics] = await Promise.all([readSettingsFor(caller), packs.listTopics()]);
      return makePageSettings(settings, topics, hostsOf(caller));
    },
    async sendText(caller, message) {
      const [settings, matcher] = await Promise.all([readStoredSettings(), packs.readMatching()]);
      const place = { ...caller.place, address: caller.frame?.address ?? '' };
      return documents.update(place, message, matcher, findExceptions(settings, hostsOf(caller)));
    },
    async ensurePageScript(frame) {
      // Without permission Chromium holds a script, and its caller, until the reader clicks.
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

/** The list of sites does not apply to the extension's own pages, which have no host that could be in it. */
async function readSettingsFor({ frame }: Caller): Promise<Settings> {
  const settings = await readStoredSettings();
  return frame ? settings : { ...settings, sites: defaultSettings.sites };
}
