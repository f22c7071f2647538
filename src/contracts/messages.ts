/**
 * Every message of the extension, one interface per direction; each call is a method signature. Senders and
 * handlers derive their types from these, so a missing handler does not compile. Everything that travels
 * is JSON. A page can send none of these: only the extension's own contexts hold the API.
 */

import type { PackCounts } from '../knowledge/pack-preview.ts';
import type { TextAnswer, TextMessage } from '../matching/document-store.ts';
import type { CardChange, SettingsChange } from '../settings/change-settings.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { MarkStyle, Settings } from '../settings/settings.ts';
import type { AnnotatedArticle } from '../view-models/annotated-article.ts';
import type { CardContent } from '../view-models/card-content.ts';
import type { PanelContent } from '../view-models/panel-content.ts';
import type { CardAbove, CardStart, ForwardedCall } from './card-calls.ts';

/** To the background, from whoever `call-rules.ts` lets make each of them. */
export interface BackgroundCalls {
  /**
   * Whether the text of the sender's frame could hold something to show. If so, the script that reads and follows the page is
   * brought into the frame, unless it is there (`isFollowed`).
   */
  checkText(request: { text: string; isFollowed: boolean }): TextVerdict;
  /** What the script that follows a page begins with: the reader's choices for the sender's frame. */
  openPage(): PageSettings;
  /** What the page's text holds, told change by change (`matching/document-store.ts`). */
  sendText(request: TextMessage): TextAnswer;
  /** Brings the script that reads and follows a page into a frame of a tab, if it is not there: somebody asks what it mentions. */
  bringPage(request: { tabId: number; frameId: number }): void;
  /** What the names in the sender's document are made of; `startedAtMs` is its `performance.timeOrigin` (`name-marks.ts`). */
  nameMarks(request: { startedAtMs: number }): string;
  /** Lets cards be seen in the sender's frame, for which Firefox needs a style sheet. `secret` as answered by `nameMarks`. */
  showCards(request: { secret: string }): void;
  /** Brings the script of the mark-element painter into the sender's frame. Resolves when it has run. */
  loadMarkElementPainter(): void;
  /** Draws the marks of the sender's frame in the style `now`; `before` is the style it has had. Null is none. */
  restyleMarks(request: { secret: string; before: MarkStyle | null; now: MarkStyle | null }): void;
  /** Hands a call of a box on to its card (`CardCalls`), in the frame `frameId` of the sender's tab; what comes back is the card's. */
  tellCard(request: ForwardedCall & { frameId?: number }): unknown;
  /** Hands a call of a card on to its box (`BoxCalls`), in the sender's tab: in the frame `frameId`, or wherever the token is known. */
  tellBox(request: ForwardedCall & { frameId?: number }): unknown;
  /** What a card begins with; its box is wherever in the sender's tab the token is known. */
  beginCard(request: { token: string }): CardStart;
  /** Has a card opened by the top page, as the sender's frame, which is sandboxed, cannot hold one. Refused where there is no page above. */
  openCardAbove(request: CardAbove): void;
  /** What one card shows, or null where no enabled pack knows the subject. */
  getCardContent(request: { kind: 'entity' | 'statement'; ref: string }): CardContent | null;
  /**
   * The sender's frame has this many painted mentions; the background adds up a tab's frames. Sent by `reportCount`
   * (`report-count.ts`), which adds when the frame's document began, by which those of an earlier page are told.
   */
  reportCount(request: { mentions: number; traces: number; startedAtMs: number }): void;
  /** What each pack has to say beside a page; one briefing a pack. */
  getBriefings(reading: AnnotatedArticle): PanelContent[];
  /** The packs as options and toolbar list them. */
  getPacks(): PackOverview[];
  /** Tells every tab and page that the packs have changed, where they have since the last time. */
  announcePacks(): void;
  /** The pack that comes with Sidelight, and Base64 of its compiled names, with which those of another are compared. */
  getBuiltInPack(): { pack: DetailedPack; names: string };
  /**
   * One enabled pack as JSON, null where none has this id. For the library, whose worker reads it: as a text it passes
   * through the page unread.
   */
  getPackText(request: { id: string }): string | null;
  /** Titles and topics of entities, in the order asked for; those that no enabled pack knows are left out. */
  getEntities(request: { refs: string[] }): EntityOverview[];
  /** Every entity with its topic and names, for finding one by what it is called. */
  listEntities(): EntityNames[];
  openOptions(request: { section?: string }): void;
  /** Opens the library in a new tab, at one of its addresses: `#/entity/PACK/ID`, `#/search?q=TEXT`, `#/`. */
  openLibrary(request: { address: string }): void;
  getSettings(): Settings;
  /** Site (`siteOf`) of the page in the sender's tab, which a card in a frame of another site names; empty where there is none. */
  getPageHost(): string;
  /** One thing the reader changed. Rejects when it cannot be stored; the old settings then still hold. */
  changeSettings(change: SettingsChange): Settings;
  /** The same from a card, which learns nothing of the other settings, and on a page of the web names no site but the page's own. */
  changeFromCard(change: CardChange): void;
  /** Takes back that a card in the sender's tab switched the page's site off. Rejects where none did. */
  undoSiteOff(): void;
  /** The latest that a card of a tab has hidden or called wrong, and that was not taken back there. */
  getCardChange(request: { tabId: number }): UndoableChange | null;
  /** Takes it back. Rejects where there is none. */
  undoCardChange(request: { tabId: number }): void;
  /** The frames of a tab that have painted something, the top frame always among them. */
  getFrames(request: { tabId: number }): number[];
}

/** From the background, the toolbar and the panel to a tab's content scripts. */
export interface ContentCalls {
  /** What this frame mentions, in reading order. */
  describePage(): PageDescription;
  /** The article's text with what was found in it, for the briefing. */
  readArticle(): AnnotatedArticle;
  /**
   * Scrolls to a traced statement and opens its card. `index` is the number of the place among those where the article
   * prints it, in reading order: the first where it is absent.
   */
  revealStatement(request: { statement: string; index?: number }): void;
  /** Scrolls to a mention and opens its card. */
  revealMention(request: { entity: string; index: number }): void;
  /** Opens a card for a frame of this page that cannot hold one. */
  openCard(request: CardAbove): void;
  /** Takes everything off the page and ends: Sidelight may not enter it any more. */
  leavePage(): void;
  /** Opens the card of the name that the reader has selected; false where the selected words are none. */
  lookUpSelection(): boolean;
  /**
   * The reader has changed something: what holds now for the page in this tab, and the page's host. `isByHost`: it may be
   * something that differs from site to site, which a frame of another site has to ask for.
   */
  applySettings(request: { host: string; settings: PageSettings; isByHost: boolean }): void;
  /** Goes to the next (1) or previous (-1) mention; `open` opens the current one. */
  moveToMention(request: { step: 1 | -1 | 0; open: boolean }): void;
}

/** What a card has changed, and the pop-up can take back. */
export type UndoableChange = Extract<SettingsChange, { kind: 'entity' | 'exception' }>;

/** What the background says of a text: the reader wants nothing here, or there is nothing in it, or there may be something. */
export type TextVerdict = 'off' | 'nothing' | 'perhaps';

export interface PageDescription {
  title: string;
  address: string;
  /** What stops Sidelight here, if anything. */
  stoppedBy: 'disabled' | 'site' | null;
  mentions: FoundEntity[];
  traces: FoundQuoteMatch[];
  pageDate: string | null;
}

/** An entity that a page mentions. */
export interface FoundEntity {
  readonly entity: string;
  /** The name under which the page mentions it first, as its pack spells it. */
  readonly title: string;
  readonly count: number;
  /** How many of the mentions are marked. */
  readonly painted: number;
}

/** A place where a page prints a known statement. */
export interface FoundQuoteMatch {
  readonly statement: string;
  readonly kind: string;
  /** As the page prints it. */
  readonly text: string;
}

export interface PackOverview {
  readonly id: string;
  readonly title: string;
  readonly knownTo: string;
  readonly topics: readonly {
    readonly ref: string;
    readonly title: string;
    readonly color: string;
    readonly onByDefault: boolean;
    readonly entityCount: number;
  }[];
}

/** A pack as the reader is told of it before and after importing it. */
export interface DetailedPack extends PackOverview {
  version: string;
  language: string;
  licence: string;
  counts: PackCounts;
}

export interface EntityNames {
  readonly ref: string;
  readonly title: string;
  /** Reference of its topic. */
  readonly topic: string;
  /** Every name by which a page may mention it. */
  readonly names: readonly string[];
}

export interface EntityOverview {
  ref: string;
  title: string;
  topicTitle: string;
  color: string;
}
