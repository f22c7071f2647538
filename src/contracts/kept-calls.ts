import type { VersionChange } from '../stories/kept/compare-versions.ts';
import type { ArticleCorrections, KeptArticle, Story } from '../stories/kept/kept-article.ts';
import type { Article } from '../stories/text/article.ts';
import type { KeptComparison } from '../view-models/stories/kept-comparison.ts';

/** Calls to the background about what the reader keeps; it is the only writer. Only pages of the extension may make them. */
export interface KeptCalls {
  /** Whether the page in a tab can be kept, and whether it is. */
  getKeptPage(request: { tabId: number }): KeptPage;
  /** Keeps the article on the page in a tab, in the story that it belongs to or in a new one. */
  keepPage(request: { tabId: number }): KeepOutcome;
  /** Keeps the articles of all tabs of a window, one after the other. */
  keepWindow(request: { windowId: number }): KeepOutcome[];
  /** Compares the article on the page in a tab with what is kept of its story; null if there is no article, or Sidelight may not read it. */
  compareWithKept(request: { tabId: number }): PageComparison | null;
  /** Keeps a text that is no page: the content of a file, or pasted. */
  keepText(request: { article: Article; kind: 'file' | 'text'; story?: string }): KeepOutcome;
  /** Changes what the article says of itself; an empty object takes all corrections back. */
  correctArticle(request: { id: string; corrections: ArticleCorrections }): void;
  noteArticle(request: { id: string; note: string }): void;
  /** Moves articles to another story; `to` null is a new one, for which `title` may be given. Returns the story's id. */
  moveArticles(request: { ids: string[]; to: string | null; title?: string }): string;
  removeArticles(request: { ids: string[] }): void;
  changeStory(request: {
    id: string;
    change: Partial<Pick<Story, 'title' | 'note' | 'isOn' | 'marksNames'>>;
  }): void;
  /** Moves all articles of a story into another, and removes it. */
  mergeStories(request: { from: string; into: string }): void;
  /** Removes a story with its articles. */
  removeStory(request: { id: string }): void;
  /** Undoes the latest change of what is kept. Rejects if there is none (`nothingToBringBack`). */
  undoKept(): void;
  /** What is kept was imported, restored or removed by a page: these stories have changed, appeared or gone. */
  announceStories(request: { stories: string[] }): void;
}

export type { VersionChange };

export type KeepObstacle =
  /** Sidelight may not read the page. */
  | 'no-access'
  | 'no-article'
  /** The tab is in a private window, of which nothing is kept. */
  | 'private';

export interface KeptPage {
  readonly obstacle: KeepObstacle | null;
  /** The kept article of this address. */
  readonly kept: KeptSummary | null;
}

/** What lists show of a kept article, without its text. */
export interface KeptSummary {
  readonly id: string;
  readonly story: { readonly id: string; readonly title: string; readonly articleCount: number };
  readonly kind: KeptArticle['kind'];
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly address: string;
  readonly language: string;
  readonly wordCount: number;
  readonly quotationCount: number;
  /** When its latest version was kept: ISO 8601, in UTC. */
  readonly keptAt: string;
  readonly versionCount: number;
}

/** A page's quotations, compared with the kept articles of one story. */
export interface PageComparison extends KeptComparison {
  /** The story in which the page is kept, or else the nearest; null if none is near. */
  readonly story: { readonly id: string; readonly title: string } | null;
  /** The compared articles of the story: those kept last, without the page itself; editions of one count once. */
  readonly articleCount: number;
  /** As many there are in the whole story. */
  readonly storyCount: number;
  /** All kept articles. */
  readonly keptCount: number;
  readonly isKept: boolean;
}

export type KeepOutcome =
  | { readonly obstacle: KeepObstacle; readonly title: string }
  | {
      readonly obstacle: null;
      readonly kept: KeptSummary;
      /** Nothing was stored: this version is kept already. */
      readonly isUnchanged: boolean;
      /** What differs from the last kept version; empty for a new article. */
      readonly changes: readonly VersionChange[];
      /** The story is new. */
      readonly isNewStory: boolean;
      /** The other stories that it may belong to, the nearest first. */
      readonly otherStories: readonly { readonly id: string; readonly title: string }[];
    };
