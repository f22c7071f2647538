import browser, { type Runtime } from 'webextension-polyfill';
import type { Opener } from '../contracts/opener.ts';
import { siteOf } from '../settings/site-rules.ts';

/** A frame in a tab. */
interface CallingFrame {
  readonly tabId: number;
  readonly frameId: number;
  /** Its tab: what it opens appears beside that. */
  readonly opener: Opener;
  /** The frame's own address. */
  readonly address: string;
  /** Site (`siteOf`) of the frame itself; empty if it has none. */
  readonly site: string;
  /** Site (`siteOf`) of the page around the frame; empty if it has none. */
  readonly pageHost: string;
}

interface CallerOfKind<Kind extends string, Frame extends CallingFrame | null> {
  readonly kind: Kind;
  readonly frame: Frame;
  /** The tab and frame of the calling document; -1 if there is none. */
  readonly place: { readonly tabId: number; readonly frameId: number };
}

/**
 * Who calls: an extension page or the background, which pages of the web cannot reach; the content script in
 * a frame of a tab, which runs in its page's process; or the card, an extension page in a frame of a tab.
 */
export type Caller =
  | CallerOfKind<'extension-page', null>
  | CallerOfKind<'content-script', CallingFrame>
  | CallerOfKind<'card', CallingFrame>;

export type CallerKind = Caller['kind'];

/** Where content scripts run; a document created by another has that one's origin. */
const contentAddress = /^(?:(?:https?|file|data):|about:(?:blank|srcdoc)\b|blob:(?:https?|file|null)\b)/;
const extensionAddress = /^[a-z]+-extension:/;

/** The only extension page that pages of the web contain. */
const cardPath = 'src/entrypoints/card.html';

/**
 * Identifies the sender of a message or the owner of a port, by what the browser itself says of it. A missing
 * tab proves nothing: in Firefox a page inside another extension's background page has a content script, and
 * no tab.
 * @returns undefined for senders that may not make any call
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
  // In Chromium `getURL` returns an address that changes with each start for a page that web pages may frame;
  // `sender.url` is the permanent one.
  const isCard = url.slice(root.length).replace(/[?#].*$/, '') === cardPath;
  const isFramed = place.frameId > 0;
  // In a sandboxed document the card's page has no origin (Chromium); the browser still vouches for its
  // address.
  if (origin !== undefined && `${origin}/` !== root && !(isCard && origin === 'null')) return undefined;
  if (isCard) return isFramed && frame ? { kind: 'card', frame, place } : undefined;
  return isFramed ? undefined : { kind: 'extension-page', frame: null, place };
}

function describeCaller(tab: NonNullable<Runtime.MessageSender['tab']>, url: string) {
  return { opener: tab, address: url, site: siteOf(url), pageHost: siteOf(tab.url ?? '') };
}
