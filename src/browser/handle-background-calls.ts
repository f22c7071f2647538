import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { SettingsChangeSchema } from '../settings/change-settings.ts';
import { fieldSchemas } from '../settings/read-settings.ts';
import { siteOf } from '../settings/site-rules.ts';
import { answer, type Envelope, isEnvelope, type ReplyOf, type RequestOf } from './message-envelope.ts';
import type { BackgroundCalls } from './messages.ts';
import type { Opener } from './open-library.ts';
import { PageReadingSchema } from './page-reading-schema.ts';

/** Who calls: a content script and a card have a tab and a frame, the other pages of the extension have neither. */
export interface Caller {
  readonly frame: {
    readonly tabId: number;
    readonly frameId: number;
    /** Its tab: what it has opened opens beside it. */
    readonly opener: Opener;
    /** Site (`siteOf`) of the frame itself; empty where it has none. */
    readonly site: string;
    /** Site (`siteOf`) of the page that the frame stands in; empty where it has none. */
    readonly pageHost: string;
    /** It is the frame of a card, which a page of ours holds. */
    readonly isCard: boolean;
  } | null;
  /** The place of the document that calls: -1 stands for a tab or frame where there is none. */
  readonly place: { readonly tabId: number; readonly frameId: number };
}

export type BackgroundHandlers = {
  readonly [Name in keyof BackgroundCalls]: (
    caller: Caller,
    ...request: RequestOf<BackgroundCalls, Name>
  ) => ReplyOf<BackgroundCalls, Name> | Promise<ReplyOf<BackgroundCalls, Name>>;
};

const Frame = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));
/** Of the request itself its receiver knows the shape. */
const Relayed = v.object({
  token: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  call: v.pipe(v.string(), v.maxLength(40)),
  request: v.optional(v.unknown()),
  frameId: Frame,
});

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Every request's shape: a content script runs beside hostile pages, so what it sends is checked. */
const backgroundRequests = {
  checkText: v.object({ text: v.string(), isFollowed: v.boolean() }),
  openPage: v.undefined(),
  sendText: v.object({
    reading: v.number(),
    number: Count,
    removed: v.array(Count),
    added: v.array(v.object({ id: Count, text: v.string() })),
    isLast: v.boolean(),
  }),
  bringPage: v.object({ tabId: Count, frameId: Count }),
  loadCard: v.undefined(),
  loadMarkElementPainter: v.undefined(),
  // A closed set of styles: a frame that belongs to a hostile page could ask for another of ours, and for nothing else.
  restyleMarks: v.object({ before: fieldSchemas.marks, now: fieldSchemas.marks }),
  tellCard: Relayed,
  tellBox: Relayed,
  getCardContent: v.object({
    kind: v.picklist(['entity', 'statement']),
    ref: v.pipe(v.string(), v.maxLength(200)),
  }),
  reportCount: v.object({
    mentions: Count,
    traces: Count,
    startedAtMs: v.number(),
  }),
  getBriefings: PageReadingSchema,
  getPacks: v.undefined(),
  announcePacks: v.undefined(),
  getBuiltInPack: v.undefined(),
  getPackText: v.object({ id: v.pipe(v.string(), v.maxLength(80)) }),
  getEntities: v.object({ refs: v.array(v.string()) }),
  listEntities: v.undefined(),
  openOptions: v.object({
    section: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))),
  }),
  openLibrary: v.object({ address: v.pipe(v.string(), v.startsWith('#/'), v.maxLength(2000)) }),
  getSettings: v.undefined(),
  getPageHost: v.undefined(),
  changeSettings: SettingsChangeSchema,
  undoSiteOff: v.undefined(),
  getCardChange: v.object({ tabId: Count }),
  undoCardChange: v.object({ tabId: Count }),
  getFrames: v.object({ tabId: Count }),
} as const satisfies Record<keyof BackgroundCalls, v.GenericSchema>;

/**
 * What a content script needs. It runs in the process of its page, and a page that has broken out of its own world would
 * speak in its name: everything else is for the extension's own pages.
 */
const callsOfPages: ReadonlySet<keyof BackgroundCalls> = new Set([
  'checkText',
  'openPage',
  'sendText',
  'loadCard',
  'loadMarkElementPainter',
  'restyleMarks',
  'reportCount',
  'getSettings',
  'tellCard',
]);

/** What a card needs, which stands in a frame beside a page: of what a reader may change, what its buttons offer. */
const callsOfCards: ReadonlySet<keyof BackgroundCalls> = new Set([
  'getCardContent',
  'getPageHost',
  'changeSettings',
  'undoSiteOff',
  'openOptions',
  'openLibrary',
  'tellBox',
]);

/** Answers every call made with `callBackground`. Call it at once when the background starts: a call may be what woke it. */
export function handleBackgroundCalls(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const envelope = readBackgroundCall(message, sender);
    if (envelope === undefined) return undefined;
    return answer(() => dispatch(handlers, envelope, callerOf(sender)));
  });
}

function readBackgroundCall(message: unknown, sender: Runtime.MessageSender): Envelope | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  return isEnvelope(message, 'background') ? message : undefined;
}

function callerOf(sender: Runtime.MessageSender): Caller {
  const { tab } = sender;
  const tabId = tab?.id;
  const place = { tabId: tabId ?? -1, frameId: sender.frameId ?? -1 };
  // A page of the extension that was opened as a tab has a tab too, but is no content script.
  const own = browser.runtime.getURL('');
  const isOwnPage = sender.url?.startsWith(own) ?? false;
  // Put together here: asked for the whole address Chromium gives the one that pages need.
  const isCard = sender.url?.split('#')[0] === `${own}src/card.html` && place.frameId > 0;
  if (tab === undefined || tabId === undefined || (isOwnPage && !isCard)) return { frame: null, place };
  return {
    frame: {
      tabId,
      frameId: sender.frameId ?? 0,
      opener: tab,
      site: siteOf(sender.url ?? ''),
      pageHost: siteOf(tab.url ?? ''),
      isCard,
    },
    place,
  };
}

function dispatch(handlers: BackgroundHandlers, envelope: Envelope, caller: Caller): unknown {
  if (!Object.hasOwn(backgroundRequests, envelope.call))
    throw new TypeError(`There is no call "${envelope.call}"`);
  const call = envelope.call as keyof BackgroundCalls;
  if (!mayCall(caller, call)) throw new TypeError(`A page cannot call "${call}"`);
  const reading = v.safeParse(backgroundRequests[call], envelope.request);
  if (!reading.success) throw new TypeError(`"${call}" was asked with a malformed request`);
  refuseForeignChanges(call, reading.output, caller);
  const handle = handlers[call] as (caller: Caller, request: unknown) => unknown;
  return handle(caller, reading.output);
}

function mayCall({ frame }: Caller, call: keyof BackgroundCalls): boolean {
  if (frame === null) return call !== 'tellBox';
  return (frame.isCard ? callsOfCards : callsOfPages).has(call);
}

/**
 * A page's card may only do what it offers: hide an entity, call a match wrong, and switch the page's site
 * off. Of sites it may name its own only; words beside a name may stand anywhere, and tell less than hiding the entity does.
 */
function refuseForeignChanges(call: keyof BackgroundCalls, request: unknown, caller: Caller): void {
  if (call !== 'changeSettings' || caller.frame === null) return;
  const change = v.parse(SettingsChangeSchema, request);
  if (change.kind === 'entity') return;
  const { pageHost } = caller.frame;
  const isOwn = (host: string) => pageHost !== '' && siteOf(`https://${host}`) === pageHost;
  if (change.kind === 'exception') {
    const { host } = change.exception;
    if (host === undefined || isOwn(host)) return;
  }
  if (change.kind === 'site' && !change.isOn && isOwn(change.pattern)) return;
  throw new TypeError(`A page cannot change the setting "${change.kind}"`);
}
