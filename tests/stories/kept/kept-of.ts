import type { KeptArticle, Story } from '../../../src/stories/kept/kept-article.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { articleOf } from '../article-of.ts';

export const someStory: Story = {
  id: '00000000000000aa',
  title: 'The bridge',
  createdAt: '2026-03-01T08:00:00.000Z',
  isOn: true,
  marksNames: false,
  note: '',
  stamp: 'one',
};

/** A kept article of `someStory`. @param number of its id */
export function keptOf(
  number: number,
  article: Partial<Article> & { readonly text: string },
  rest: Partial<KeptArticle> = {},
): KeptArticle {
  return {
    id: number.toString(16).padStart(16, '0'),
    story: someStory.id,
    kind: 'page',
    versions: [{ keptAt: '2026-03-02T08:00:00.000Z', article: { ...articleOf(article.text), ...article } }],
    corrections: {},
    note: '',
    ...rest,
  };
}
