import type { AnnotatedArticle } from '../view-models/annotated-article.ts';
import type { PanelContent } from '../view-models/panel-content.ts';

/** The page that the reader has in front, as popup and side panel show it. */
export interface ActivePage {
  readonly tabId: number | undefined;
  /** Its address without the fragment; empty if the tab is gone. */
  readonly address: string;
  /** The page's site, as a rule names it (`siteOf`); empty if it has none. */
  readonly site: string;
  /** It is in a private window. */
  readonly isPrivate: boolean;
  readonly obstacle: PageObstacle | null;
  /** The setting that switches Sidelight off here, if one does. */
  readonly stoppedBy: 'disabled' | 'site' | null;
  /** Null where an obstacle or a setting keeps Sidelight out, and until the page has been read. */
  readonly briefing: Briefing | null;
}

/** What the packs say of a page, and what they say it of. */
export interface Briefing {
  /** The frames that were read, the one with the article first. */
  readonly frames: readonly FrameReading[];
  /** The article of the first frame; what is found in others is beside it. */
  readonly reading: AnnotatedArticle;
  /** One for each enabled pack. */
  readonly panelContents: readonly PanelContent[];
}

export interface FrameReading {
  readonly frameId: number;
  readonly article: AnnotatedArticle;
}

/**
 * What keeps Sidelight out of a page, apart from the reader's own settings: besides what its address shows, a PDF
 * viewer, files that Chromium shows to no extension without the reader's permission, a site that the reader has not let
 * it read, a tab that its script has not reached.
 */
export type PageObstacle = ClosedPage | 'viewer' | 'files' | 'permission' | 'not-reached';

/**
 * Why a page is closed to extensions, as far as its address shows: the browser's own pages, its stores, sites that no
 * extension may enter, page sources, Sidelight's own pages. The interface has a text for each.
 */
export type ClosedPage = 'browser-page' | 'store' | 'restricted' | 'source' | 'own-page';
