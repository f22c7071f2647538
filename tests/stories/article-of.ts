import type { Article } from '../../src/stories/text/article.ts';

/** An article of which only the text matters. */
export function articleOf(text: string): Article {
  return { title: '', outlet: '', authors: [], date: '', address: '', language: 'en', text };
}
