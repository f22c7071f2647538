import type { StoryComparison } from '../../src/stories/compare-articles.ts';
import type { Article } from '../../src/stories/text/article.ts';

/** The compared articles, each with the file name that was given. */
export interface ComparedFiles {
  readonly files: readonly { readonly file: string; readonly article: Article }[];
  readonly comparison: StoryComparison;
}
