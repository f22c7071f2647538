/**
 * Every message of the extension, one interface per direction; each call is a method signature. Senders and
 * handlers derive their types from these, so a missing handler does not compile. Messages are JSON. A page can
 * send none of them: only the extension's own contexts have the API.
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
import type { KeptCalls } from './kept-calls.ts';

/** Calls to the background; `call-rules.ts` says which context may make each of them. */
export interface BackgroundCalls extends KeptCalls {
  /**
   * Whether the text of the sender's frame may contain something to show. If so, injects the page script into
   * the frame, unless it is there (`isFollowed`).
   */
  checkText(request: { text: string; isFollowed: boolean }): TextVerdict;
  /** What the page script starts with: the reader's choices for the sender's frame. */
  openPage(): PageSettings;
  /** The findings in the page's text, which is sent change by change (`matching/document-store.ts`). */
  sendText(request: TextMessage): TextAnswer;
  /** Injects the page script into a frame of a tab, if it is not there, to list the frame's mentions. */
  bringPage(request: { tabId: number; frameId: number }): void;
  /**
   * The seed of names in the sender's document; `startedAtMs` is its `performance.timeOrigin`
   * (`name-marks.ts`).
   */
  nameMarks(request: { startedAtMs: number }): string;
  /**
   * Lets cards appear in the sender's frame, for which Firefox needs a style sheet. `secret` is the answer of
   * `nameMarks`.
   */
  showCards(request: { secret: string }): void;
  /** Injects the script of the mark-element highlighter into the sender's frame. Resolves when it has run. */
  loadMarkElementPainter(): void;
  /** Draws the marks of the sender's frame in the style `now`, in place of the style `before`. Null is none. */
  restyleMarks(request: { secret: string; before: MarkStyle | null; now: MarkStyle | null }): void;
  /**
   * Forwards a call of a box to its card (`CardCalls`), in the frame `frameId` of the sender's tab; returns
   * the card's answer.
   */
  tellCard(request: ForwardedCall & { frameId?: number }): unknown;
  /**
   * Forwards a call of a card to its box (`BoxCalls`) in the sender's tab: in the frame `frameId`, or
   * wherever the token is known.
   */
  tellBox(request: ForwardedCall & { frameId?: number }): unknown;
  /** What a card starts with; its box is wherever in the sender's tab the token is known. */
  beginCard(request: { token: string }): CardStart;
  /**
   * Has the top page open a card, because the sender's frame is sandboxed and cannot contain one. Rejects if
   * there is no page above.
   */
  openCardAbove(request: CardAbove): void;
  /**
   * The content of one card, with what the page around it says of the subject, or null if no enabled pack knows it.
   * `token` is that of the card.
   */
  getCardContent(request: { kind: 'entity' | 'statement'; ref: string; token: string }): CardContent | null;
  /**
   * How many entities and statements the lists name for the sender's frame; the background adds up the frames of a tab. Sent by
   * `reportCount` (`report-count.ts`), which adds when the frame's document started, to identify frames of an
   * earlier page.
   */
  reportCount(request: { mentions: number; traces: number; startedAtMs: number }): void;
  /** The side panel's content for a page, one for each pack. */
  getBriefings(reading: AnnotatedArticle): PanelContent[];
  /** The packs as options and toolbar list them. */
  getPacks(): PackOverview[];
  /** Notifies every tab and page of changed packs, if they have changed since the last time. */
  announcePacks(): void;
  /** The built-in pack, and its compiled names as Base64, for comparison with those of another pack. */
  getBuiltInPack(): { pack: DetailedPack; names: string };
  /**
   * One enabled pack as JSON, null if none has this id. For the library, whose worker parses it: as text it
   * passes through the page unparsed.
   */
  getPackText(request: { id: string }): string | null;
  /** Titles and topics of entities, in the requested order, without those that no enabled pack knows. */
  getEntities(request: { refs: string[] }): EntityOverview[];
  /** Every entity with its topic and names, to find one by name. */
  listEntities(): EntityNames[];
  openOptions(request: { section?: string }): void;
  /** Opens the library in a new tab, at one of its addresses: `#/entity/PACK/ID`, `#/search?q=TEXT`, `#/`. */
  openLibrary(request: { address: string }): void;
  getSettings(): Settings;
  /**
   * Site (`siteOf`) of the page in the sender's tab, which a card in a frame of another site names; empty if
   * it has none.
   */
  getPageHost(): string;
  /** One change of the settings. Rejects if it cannot be stored; the settings are then unchanged. */
  changeSettings(change: SettingsChange): Settings;
  /**
   * The same from a card, which gets no other settings in return, and on a page of the web names only the
   * page's own site.
   */
  changeFromCard(change: CardChange): void;
  /** Undoes that a card in the sender's tab switched the page's site off. Rejects if none did. */
  undoSiteOff(): void;
  /** Undoes that a card in the sender's tab has just switched this topic off. Rejects if none did. */
  undoTopicOff(request: { topic: string }): void;
  /**
   * The latest change by a card of a tab that hid something, switched a topic off or reported a wrong match,
   * and that the card has not undone.
   */
  getCardChange(request: { tabId: number }): UndoableChange | null;
  /** Undoes it. Rejects if there is none. */
  undoCardChange(request: { tabId: number }): void;
  /** The frames of a tab with marks, and always the top frame. */
  getFrames(request: { tabId: number }): number[];
}

/** Calls from the background, the toolbar and the panel to a tab's content scripts. */
export interface ContentCalls {
  /** The article's text with its findings, for the side panel and the popup. */
  readArticle(): PageReading;
  /**
   * Scrolls to a quote match and opens its card. `index` is its number among the article's matches of the
   * statement, in reading order; the first if absent.
   */
  revealStatement(request: { statement: string; index?: number }): void;
  /** Scrolls to a mention and opens its card. */
  revealMention(request: { entity: string; index: number }): void;
  /** Opens a card for a frame of this page that cannot contain one. */
  openCard(request: CardAbove): void;
  /** Removes everything from the page and ends: Sidelight has lost access to it. */
  leavePage(): void;
  /** Opens the card of the selected name; false if the selected words are not one. */
  lookUpSelection(): boolean;
  /**
   * The settings have changed: what applies now to the page in this tab, and the page's host. `isByHost`: the
   * change may differ between sites, so a frame of another site has to ask.
   */
  applySettings(request: { host: string; settings: PageSettings; isByHost: boolean }): void;
  /** Moves to the next (1) or previous (-1) mention; `open` opens the current one. */
  moveToMention(request: { step: 1 | -1 | 0; open: boolean }): void;
}

/** A card's change that the popup can undo. */
export type UndoableChange = Exclude<CardChange, { kind: 'site' }>;

/**
 * The background's verdict on a text: Sidelight is off here, the text contains nothing to show, or it may
 * contain something.
 */
export type TextVerdict = 'off' | 'nothing' | 'perhaps';

export interface PageReading extends AnnotatedArticle {
  /** Why Sidelight is off here, if it is. */
  readonly stoppedBy: 'disabled' | 'site' | null;
  /** False if the page has never been read: Sidelight is off here, or the page is not shown yet, or busy. */
  readonly isRead: boolean;
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

/** A pack as shown before and after importing it. */
export interface DetailedPack extends PackOverview {
  version: string;
  language: string;
  licence: string;
  counts: PackCounts;
  /** Collected automatically; absent if a person wrote it. */
  origin?: 'story';
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
