import type { Mention } from './mention.ts';

/** One block of a page, as far as showing is concerned. */
export interface ShowableBlock {
  readonly textLength: number;
  readonly mentions: readonly Mention[];
  /** A known statement stands here. */
  readonly hasQuoteMatch: boolean;
}

/** Where a block stands on its page. */
export interface BlockPlace {
  /** False for furniture: navigation, advertising, comments … */
  readonly isArticle: boolean;
  /** Sections are numbered in reading order. */
  readonly section: number;
}

export interface ShowingChoices {
  readonly density: 'first-in-section' | 'first-on-page' | 'every';
  readonly extent: 'article' | 'whole-page';
  isTopicOn(topic: string): boolean;
  isEntityHidden(entity: string): boolean;
}

/**
 * Of all mentions those that are to be painted. Identity was decided before; this asks only whether a mark helps.
 *
 * - Of a page's furniture nothing is shown unless the reader asks for the whole page.
 * - Entities that are `with-story` are shown only on a page that is about the subject: whose article has a traced
 *   statement or `always` entities, more than one passing mention of them. What is switched off or hidden counts for that too: it is what the page says.
 * - Then the density, counted among what is left: a hidden entity takes nobody's place.
 *
 * @param placeOf asked for blocks with mentions or traces, and for all where a single mention must be weighed.
 */
export function chooseShown(
  blocks: readonly ShowableBlock[],
  placeOf: (block: number) => BlockPlace,
  choices: ShowingChoices,
): Mention[][] {
  const isOnSubject = isAboutSubject(blocks, placeOf);
  const seen = new Set<string>();
  const isWanted = ({ entity, topic, show }: Mention): boolean => {
    if (!choices.isTopicOn(topic) || choices.isEntityHidden(entity)) return false;
    return show === 'always' || isOnSubject;
  };
  return blocks.map(({ mentions }, number) => {
    // First, because a page on which nothing is wanted need not be outlined: most that name Amazon in passing.
    const wanted = mentions.filter(isWanted);
    if (wanted.length === 0) return [];
    const place = placeOf(number);
    if (choices.extent === 'article' && !place.isArticle) return [];
    return wanted.filter(({ entity }) => {
      if (choices.density === 'every') return true;
      const key = choices.density === 'first-on-page' ? entity : `${place.section} ${entity}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  });
}

/**
 * One mention in an article longer than this is a passing one: a line of a digest, an aside. Three news stories in four
 * are shorter, and there one mention is part of the story.
 */
const maxShortArticleLength = 4_000;

function isAboutSubject(blocks: readonly ShowableBlock[], placeOf: (block: number) => BlockPlace): boolean {
  let mentionCount = 0;
  const speaking = blocks.flatMap(({ mentions, hasQuoteMatch }, number) => {
    const count = mentions.filter(({ show }) => show === 'always').length;
    return (hasQuoteMatch || count > 0) && placeOf(number).isArticle ? [{ hasQuoteMatch, count }] : [];
  });
  for (const { hasQuoteMatch, count } of speaking) {
    if (hasQuoteMatch) return true;
    mentionCount += count;
  }
  if (mentionCount !== 1) return mentionCount > 1;
  let articleLength = 0;
  return blocks.every(({ textLength }, number) => {
    if (placeOf(number).isArticle) articleLength += textLength;
    return articleLength <= maxShortArticleLength;
  });
}
