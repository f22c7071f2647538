import type { Article } from '../../stories/text/article.ts';
import { makeStoryContent } from './make-story-content.ts';
import type { StoryContent } from './story-content.ts';

/** Articles that nobody has kept, compared as kept ones are. */
export interface ExampleStory {
  /** Their texts, by id. */
  readonly texts: Readonly<Record<string, string>>;
  readonly content: StoryContent;
}

export function makeExampleStory(articles: readonly Article[]): ExampleStory {
  const kept = articles.map((article, number) => ({
    ...{ id: String(number), story: '', kind: 'page' as const, corrections: {}, note: '' },
    versions: [{ keptAt: '', article }],
  }));
  const story = { id: '', title: '', createdAt: '', isOn: true, marksNames: false, note: '', stamp: '' };
  const texts = Object.fromEntries(articles.map(({ text }, number) => [String(number), text]));
  return { texts, content: makeStoryContent(story, kept) };
}
