import type { StoryContent } from './story-content.ts';

/** What of a story is wanted; empty for everything. */
export interface StoryFilter {
  /** The name of a speaker. */
  readonly speaker: string;
  readonly outlet: string;
}

export const wholeStory: StoryFilter = { speaker: '', outlet: '' };

/**
 * What a speaker says, and what an outlet prints: of an utterance all printings stay, because a printing alone differs
 * from nothing. Articles and counts stay those of the whole story.
 */
export function filterStory(content: StoryContent, { speaker, outlet }: StoryFilter): StoryContent {
  const outletOf = new Map(content.articles.map((article) => [article.id, article.outlet]));
  const isWanted = (article: string) => outlet === '' || outletOf.get(article) === outlet;
  const isSaidBy = (name: string | null) => speaker === '' || name === speaker;
  return {
    ...content,
    utterances: content.utterances.filter(
      (one) =>
        isSaidBy(one.speaker) &&
        one.printings.some(({ printedBy }) => printedBy.some(({ article }) => isWanted(article))),
    ),
    onlyHere: content.onlyHere.filter((one) => isSaidBy(one.speaker) && isWanted(one.article)),
    speakers: content.speakers.filter(({ name, articles }) => isSaidBy(name) && articles.some(isWanted)),
    names: content.names.filter(
      ({ name, namedBy }) => isSaidBy(name) && namedBy.some(({ article }) => isWanted(article)),
    ),
    // A sentence of the outlets' own has no speaker.
    facts: content.facts.filter(
      ({ sentences }) =>
        speaker === '' && sentences.some(({ places }) => places.some(({ article }) => isWanted(article))),
    ),
  };
}

/** The outlets of the story's articles, each once, in alphabetical order. */
export function listOutlets({ articles }: Pick<StoryContent, 'articles'>): string[] {
  return [...new Set(articles.map(({ outlet }) => outlet))]
    .filter((outlet) => outlet !== '')
    .sort((a, b) => a.localeCompare(b));
}
