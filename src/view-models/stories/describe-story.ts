import type { KeptArticle, Story } from '../../stories/kept/kept-article.ts';
import { listStoryArticles, type StoryArticles } from './list-story-articles.ts';
import type { StoryContent } from './story-content.ts';

/** A story and its articles before they are compared, which takes longer than everything else. */
export function describeStory(story: Story, { articles, compared }: StoryArticles): StoryContent {
  const { id, title, createdAt, isOn, marksNames, note } = story;
  return {
    story: { id, title, createdAt, isOn, marksNames, note },
    articles,
    articleCount: compared.length,
    isCompared: false,
    utterances: [],
    onlyHere: [],
    speakers: [],
    names: [],
    facts: [],
  };
}

export function previewStory(story: Story, kept: readonly KeptArticle[]): StoryContent {
  return describeStory(story, listStoryArticles(kept));
}
