import type { KeptArticle, Story } from '../../../src/stories/kept/kept-article.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { articleOf } from '../article-of.ts';

/** A kept article with one version. */
export function keptArticleOf(
  text: string,
  fields: Partial<Article> = {},
  kept: Partial<KeptArticle> = {},
): KeptArticle {
  return {
    id: '00000000000000a1',
    story: '0000000000000051',
    kind: 'page',
    versions: [{ keptAt: '2026-03-04T10:00:00.000Z', article: { ...articleOf(text), ...fields } }],
    corrections: {},
    note: '',
    ...kept,
  };
}

export function storyOf(fields: Partial<Story> = {}): Story {
  return {
    id: '0000000000000051',
    title: 'The bridge',
    createdAt: '2026-03-04T10:00:00.000Z',
    isOn: true,
    marksNames: false,
    note: '',
    stamp: 's1',
    ...fields,
  };
}
