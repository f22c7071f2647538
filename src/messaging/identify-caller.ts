import browser, { type Runtime } from 'webextension-polyfill';
import type { Opener } from '../contracts/opener.ts';
import { siteOf } from '../settings/site-rules.ts';

/** A frame in a tab. */
interface CallingFrame {
  readonly tabId: number;
  readonly frameId: number;
  /** Its tab: what it has opened opens beside it. */
  readonly opener: Opener;
  /** Site (`siteOf`) of the frame itself; empty where it has none. */
  readonly site: string;
  /** Site (`siteOf`) of the page that the frame stands in; empty where it has none. */
  readonly pageHost: string;
}

interface CallerOfKind<Kind extends string, Frame extends CallingFrame | null> {
  readonly kind: Kind;
  readonly frame: Frame;
  /** The place of the document that calls: -1 stands for a tab or frame where there is none. */
  readonly place: { readonly tabId: number; readonly frameId: number };
}

/**
 * Who calls: a page of the extension or its background, which no page of the web can reach; the content script in a frame of a
 * tab, which runs in its page's process; or the card, an extension page in a frame of a tab.
 */
export type Caller =
  | CallerOfKind<'extension-page', null>
  | CallerOfKind<'content-script', CallingFrame>
  | CallerOfKind<'card', CallingFrame>;

export type CallerKind = Caller['kind'];

/** Where content scripts run; a document made by another counts by that one's origin. */
const contentAddress = /^(?:(?:https?|file|data):|about:(?:blank|srcdoc)\b|blob:(?:https?|file|null)\b)/;
const extensionAddress = /^[a-z]+-extension:/;

/** The only page of the extension that stands in pages of the web. */
const cardPath = 'src/entrypoints/card.html';

/**
 * Says who has sent a message or holds a port, by what the browser itself says of the sender. A missing tab proves nothing: in
 * Firefox a page in another extension's background page has a content script, and no tab.
 * @returns undefined for whoever may ask for nothing
 */
export function identifyCaller(sender: Runtime.MessageSender | undefined): Caller | undefined {
  const { id, url, frameId, tab, origin } = (sender ?? {}) as Runtime.MessageSender & { origin?: string };
  if (id !== browser.runtime.id || url === undefined) return undefined;
  const place = { tabId: tab?.id ?? -1, frameId: frameId ?? -1 };
  const frame =
    tab && place.tabId >= 0 && place.frameId >= 0 ? { ...place, ...describeCaller(tab, url) } : undefined;
  const root = browser.runtime.getURL('');
  if (!url.startsWith(root)) {
    const isContent = contentAddress.test(url) && !extensionAddress.test(origin ?? '');
    return isContent && frame ? { kind: 'content-script', frame, place } : undefined;
  }
  // Chromium: `getURL` gives an address that changes with each start for a page that pages may frame, `sender.url` the lasting one.
  const isCard = url.slice(root.length).replace(/[?#].*$/, '') === cardPath;
  const isFramed = place.frameId > 0;
  // In a sandboxed page the card's own page has no origin (Chromium); the address is the browser's word all the same.
  if (origin !== undefined && `${origin}/` !== root && !(isCard && origin === 'null')) return undefined;
  if (isCard) return isFramed && frame ? { kind: 'card', frame, place } : undefined;
  return isFramed ? undefined : { kind: 'extension-page', frame: null, place };
}

function describeCaller(tab: NonNullable<Runtime.MessageSender['tab']>, url: string) {
  return { opener: tab, site: siteOf(url), pageHost: siteOf(tab.url ?? '') };
}
