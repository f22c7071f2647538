import { compareVersions, type VersionChange } from '../../../stories/kept/compare-versions.ts';
import { type KeptArticle, latestOf, type Story } from '../../../stories/kept/kept-article.ts';
import type { Article } from '../../../stories/text/article.ts';

/** What the page of a kept article shows. */
export interface KeptContent extends Pick<KeptArticle, 'id' | 'kind' | 'corrections' | 'note'> {
  readonly story: Pick<Story, 'id' | 'title'>;
  /** Its latest version, as corrected. */
  readonly article: Article;
  /** Its latest version, as the page states it. */
  readonly stated: Article;
  /** The latest first, each with what has changed since the one before. */
  readonly versions: readonly { readonly keptAt: string; readonly changes: readonly VersionChange[] }[];
}

export function describeKeptArticle(kept: KeptArticle, story: Story | undefined): KeptContent {
  const { id, kind, corrections, note, versions } = kept;
  return {
    id,
    kind,
    corrections,
    note,
    story: { id: kept.story, title: story?.title ?? '' },
    article: latestOf(kept),
    stated: latestOf({ ...kept, corrections: {} }),
    versions: versions
      .map(({ keptAt, article }, number) => {
        const before = versions[number - 1]?.article;
        return { keptAt, changes: before === undefined ? [] : compareVersions(before, article) };
      })
      .toReversed(),
  };
}
