import type { AnnotatedArticle } from '../view-models/annotated-article.ts';
import type { PanelContent } from '../view-models/panel-content.ts';
import type { ToolbarObstacle } from './toolbar-page.ts';

/** The page that the reader has in front, as the side panel draws it: read, or why not. */
export type ActivePage =
  | { readonly access: 'closed'; readonly obstacle: ToolbarObstacle }
  /** `unreachable`: the background does not answer. */
  | { readonly access: 'stopped' | 'unreachable' }
  | {
      readonly access: 'open';
      /** The frame with the longest article, of which `reading` is. */
      readonly tabId: number;
      readonly frameId: number;
      readonly reading: AnnotatedArticle;
      readonly panelContents: readonly PanelContent[];
    };
