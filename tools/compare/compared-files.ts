import type { StoryComparison } from '../../src/stories/compare-articles.ts';
import type { Article, TextSpan } from '../../src/stories/text/article.ts';

/** The compared articles, each with the file name that was given. */
export interface ComparedFiles {
  readonly files: readonly { readonly file: string; readonly article: Article }[];
  readonly comparison: StoryComparison;
}

/** The words of a compared article at a place; empty without one. */
export function sliceOf({ files }: ComparedFiles, article: number, span: TextSpan | null): string {
  return span ? (files[article]?.article.text ?? '').slice(span.start, span.end) : '';
}
