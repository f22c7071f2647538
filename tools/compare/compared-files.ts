import type { StoryComparison } from '../../src/stories/compare-articles.ts';
import type { Article } from '../../src/stories/text/article.ts';

/** Articles that were compared, each with the name that its file was given by. */
export interface ComparedFiles {
  readonly files: readonly { readonly file: string; readonly article: Article }[];
  readonly comparison: StoryComparison;
}
