/** The active page as the popup shows it. */
export interface ToolbarPage {
  readonly tabId: number | undefined;
  /** The page's site, as a rule names it (`siteOf`); empty if it has none. */
  readonly site: string;
  readonly obstacle: ToolbarObstacle | null;
  /** It is in a private window. */
  readonly isPrivate: boolean;
  /** Whether the list of sites switches it off. */
  readonly isSiteOff: boolean;
  readonly mentions: readonly ToolbarMention[];
  readonly traces: readonly ToolbarQuoteMatch[];
}

/**
 * What keeps Sidelight out of the page, apart from the reader's own settings: beside what its address tells, the viewer of a
 * PDF, files that Chromium shows to no extension without the reader's leave, a site that the reader has not let it read, a tab
 * that its script has not reached.
 */
export type ToolbarObstacle = ClosedPage | 'viewer' | 'files' | 'permission' | 'not-reached';

/**
 * Why a page is closed to extensions, as far as its address shows: the browser's own pages, its stores, sites
 * that no extension may enter, page sources, Sidelight's own pages. The interface has a text for each.
 */
export type ClosedPage = 'browser-page' | 'store' | 'restricted' | 'source' | 'own-page';

/** Which frame of a tab prints it, and how often. */
interface FramePlace {
  readonly tabId: number;
  readonly frameId: number;
  readonly count: number;
}

export interface ToolbarMention extends FramePlace {
  readonly entity: string;
  readonly title: string;
  readonly topicTitle: string;
  readonly color: string;
}

export interface ToolbarQuoteMatch extends FramePlace {
  readonly statement: string;
  /** As printed at its first place on the page. */
  readonly text: string;
  readonly kind: string;
}
