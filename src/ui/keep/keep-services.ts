import type { KeepOutcome, KeptPage, KeptSummary, PageComparison } from '../../contracts/kept-calls.ts';

/** What the reader can correct of an article. */
export type Corrections = Partial<Pick<KeptSummary, 'title' | 'outlet' | 'authors' | 'date'>>;

/** What popup and side panel need to keep pages; the entry point passes it in. */
export interface KeepServices {
  getKeptPage(tabId: number): Promise<KeptPage>;
  keepPage(tabId: number): Promise<KeepOutcome>;
  /** Keeps the articles of all tabs of the window that has this tab. */
  keepWindow(tabId: number): Promise<KeepOutcome[]>;
  /** Null if the page cannot be read. */
  compareWithKept(tabId: number): Promise<PageComparison | null>;
  readCorrections(id: string): Promise<Corrections>;
  correctArticle(id: string, corrections: Corrections): Promise<void>;
  listStories(): Promise<readonly StoryName[]>;
  /** @param to null for a new story, for which `title` is given */
  moveArticle(id: string, to: string | null, title?: string): Promise<void>;
  undoKept(): Promise<void>;
  /** Opens the library at one of its addresses, such as `#/story/ID`. */
  openLibrary(address: string): Promise<void>;
  /**
   * Asks the browser to promise that it deletes nothing by itself, unless it has, or was asked here before. Returns
   * whether it does, undefined if it was not asked.
   */
  askForPersistence(): Promise<boolean | undefined>;
  /** Calls back after each change of what is kept, in any window, with the stories changed: none if it changed nothing. */
  watchKept(onChange: (stories: readonly string[]) => void, signal: AbortSignal): void;
}

export interface StoryName {
  readonly id: string;
  readonly title: string;
}
