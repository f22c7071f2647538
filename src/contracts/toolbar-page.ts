/** The active page as the popup shows it. */
export interface ToolbarPage {
  readonly tabId: number | undefined;
  /** The page's site, as a rule names it (`siteOf`); empty if it has none. */
  readonly site: string;
  readonly obstacle: ToolbarObstacle | null;
  /** Whether it is in a private window. */
  readonly isPrivate: boolean;
  /** Whether the list of sites switches it off. */
  readonly isSiteOff: boolean;
  readonly mentions: readonly ToolbarMention[];
  readonly traces: readonly ToolbarQuoteMatch[];
}

/** What prevents Sidelight from working on the page, apart from the reader's settings. */
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
