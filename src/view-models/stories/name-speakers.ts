import type { StoryComparison } from '../../stories/compare-articles.ts';
import type { Speaker } from '../../stories/text/article.ts';
import { pronouns } from '../../stories/text/phrase-words.ts';
import type { ArticleQuotation } from '../../stories/utterances/find-utterances.ts';

/** The name of a quotation's speaker, the same in every article; null if it is not certain. */
export type SpeakerNames = (quotation: ArticleQuotation) => string | null;

/** Names the speakers of a story by the fullest name that its articles print for them. */
export function nameSpeakers({ names }: Pick<StoryComparison, 'names'>): SpeakerNames {
  const byPlace = new Map<string, string>();
  const bySpelling = new Map<string, string | null>();
  for (const { name, spellings, mentions } of names) {
    for (const { article, start } of mentions) byPlace.set(`${article} ${start}`, name);
    // A spelling that two share says nothing.
    for (const spelling of spellings) bySpelling.set(spelling, bySpelling.has(spelling) ? null : name);
  }
  return ({ article, quotation: { speaker } }) => {
    const printed = certainName(speaker);
    if (speaker === null || printed === null) return null;
    if (speaker.fullName !== undefined) return bySpelling.get(speaker.fullName) ?? speaker.fullName;
    return byPlace.get(`${article} ${speaker.start}`) ?? printed;
  };
}

/** A pronoun or description is no name, whatever rule found it. */
function certainName(speaker: Speaker | null): string | null {
  if (!speaker?.isCertain) return null;
  if (speaker.fullName !== undefined) return speaker.fullName;
  return /^\p{Lu}/u.test(speaker.text) && !pronouns.has(speaker.text.toLowerCase()) ? speaker.text : null;
}
