/** The page in front of the reader as the popup draws it. */
export interface ToolbarPage {
  readonly tabId: number | undefined;
  /** The page's site, as a rule names it (`siteOf`); empty where it has none. */
  readonly site: string;
  readonly obstacle: ToolbarObstacle | null;
  /** It stands in a private window. */
  readonly isPrivate: boolean;
  /** By the reader's list of sites. */
  readonly isSiteOff: boolean;
  readonly mentions: readonly ToolbarMention[];
  readonly traces: readonly ToolbarQuoteMatch[];
}

/** What keeps Sidelight out of the page, apart from the reader's own settings. */
export type ToolbarObstacle =
  | 'browser-page'
  | 'store'
  | 'restricted'
  | 'source'
  | 'own-page'
  | 'viewer'
  | 'files'
  | 'permission'
  | 'not-reached';

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
  readonly text: string;
  readonly kind: string;
}
