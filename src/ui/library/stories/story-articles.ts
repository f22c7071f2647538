import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import type { StoryArticle } from '../../../view-models/stories/story-content.ts';

/** The articles of the story that is shown, by id. */
export const ArticlesContext = createContext<ReadonlyMap<string, StoryArticle>>(new Map());

/** The article with this id; undefined if the story has none. */
export function useArticle(id: string): StoryArticle | undefined {
  return useContext(ArticlesContext).get(id);
}

/** What an article is called in a line: its outlet, or else what there is. */
export function nameOutlet({ outlet, title }: Pick<StoryArticle, 'outlet' | 'title'>): string {
  return outlet || title || text('storiesNoOutlet');
}

export function isWebAddress(address: string): boolean {
  return /^https?:/.test(address);
}
