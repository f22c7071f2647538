import * as v from 'valibot';
import { AnnotatedArticleSchema } from '../contracts/annotated-article-schema.ts';
import { CardAboveSchema } from '../contracts/card-request-schema.ts';
import type { BackgroundCalls } from '../contracts/messages.ts';
import { CardChangeSchema, SettingsChangeSchema } from '../settings/change-settings.ts';
import { fieldSchemas } from '../settings/read-settings.ts';
import { ReferenceSchema } from '../settings/reference-schema.ts';
import type { CallerKind } from './identify-caller.ts';
import { keptRules } from './kept-rules.ts';

interface CallRule {
  /** Who may make the call. */
  readonly by: readonly CallerKind[];
  /** The schema of the request: a content script runs beside hostile pages, so what it sends is validated. */
  readonly request: v.GenericSchema;
}

/** Becomes part of a style sheet. */
const Secret = v.pipe(v.string(), v.regex(/^[a-p]{16}$/));
const MaybeStyle = v.nullable(fieldSchemas.marks);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const Token = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** The receiver validates the request itself. */
const ForwardedRequest = v.object({
  token: Token,
  call: v.pipe(v.string(), v.maxLength(40)),
  request: v.optional(v.unknown()),
  frameId: v.exactOptional(Count),
});

const ownPages = ['extension-page'] as const;
const scripts = ['content-script'] as const;
/** The example on the welcome page is followed by the same script as pages of the web. */
const followedPages = ['content-script', 'extension-page'] as const;
const cards = ['card'] as const;
const cardsAndOwnPages = ['card', 'extension-page'] as const;

/**
 * Which context may make which call, with which request. A content script shares its page's process, and a
 * page that has escaped its own world could speak in its name. So it gets what its own page needs, and
 * neither settings nor packs as a whole.
 */
export const callRules = {
  checkText: { by: followedPages, request: v.object({ text: v.string(), isFollowed: v.boolean() }) },
  openPage: { by: followedPages, request: v.undefined() },
  sendText: {
    by: followedPages,
    request: v.object({
      reading: v.number(),
      number: Count,
      removed: v.array(Count),
      added: v.array(v.object({ id: Count, text: v.string() })),
      isLast: v.boolean(),
    }),
  },
  bringPage: { by: ownPages, request: v.object({ tabId: Count, frameId: Count }) },
  nameMarks: { by: scripts, request: v.object({ startedAtMs: v.number() }) },
  showCards: { by: scripts, request: v.object({ secret: Secret }) },
  loadMarkElementPainter: { by: scripts, request: v.undefined() },
  // A closed set of styles: a frame of a hostile page can request another of ours, and nothing else.
  restyleMarks: {
    by: scripts,
    request: v.object({ secret: Secret, before: MaybeStyle, now: MaybeStyle }),
  },
  tellCard: { by: followedPages, request: ForwardedRequest },
  tellBox: { by: cards, request: ForwardedRequest },
  beginCard: { by: cards, request: v.object({ token: Token }) },
  openCardAbove: { by: scripts, request: CardAboveSchema },
  getCardContent: {
    by: cards,
    request: v.object({
      kind: v.picklist(['entity', 'statement']),
      ref: v.pipe(v.string(), v.maxLength(200)),
      token: Token,
    }),
  },
  reportCount: {
    by: scripts,
    request: v.object({ mentions: Count, traces: Count, startedAtMs: v.number() }),
  },
  getBriefings: { by: ownPages, request: AnnotatedArticleSchema },
  getPacks: { by: ownPages, request: v.undefined() },
  announcePacks: { by: ownPages, request: v.undefined() },
  getBuiltInPack: { by: ownPages, request: v.undefined() },
  getPackText: { by: ownPages, request: v.object({ id: v.pipe(v.string(), v.maxLength(80)) }) },
  getEntities: { by: ownPages, request: v.object({ refs: v.array(v.string()) }) },
  listEntities: { by: ownPages, request: v.undefined() },
  openOptions: {
    by: cardsAndOwnPages,
    request: v.object({ section: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))) }),
  },
  openLibrary: {
    by: cardsAndOwnPages,
    request: v.object({ address: v.pipe(v.string(), v.startsWith('#/'), v.maxLength(2000)) }),
  },
  getSettings: { by: ownPages, request: v.undefined() },
  getPageHost: { by: cards, request: v.undefined() },
  changeSettings: { by: ownPages, request: SettingsChangeSchema },
  changeFromCard: { by: cards, request: CardChangeSchema },
  undoSiteOff: { by: cards, request: v.undefined() },
  undoTopicOff: { by: cards, request: v.object({ topic: ReferenceSchema }) },
  getCardChange: { by: ownPages, request: v.object({ tabId: Count }) },
  undoCardChange: { by: ownPages, request: v.object({ tabId: Count }) },
  getFrames: { by: ownPages, request: v.object({ tabId: Count }) },
  ...keptRules,
} as const satisfies Record<keyof BackgroundCalls, CallRule>;
