import type { Mention } from './mention.ts';

/** One block of a page, as far as showing is concerned. */
export interface ShowableBlock {
  readonly textLength: number;
  readonly mentions: readonly Mention[];
  /** Whether it contains a quote match. */
  readonly hasQuoteMatch: boolean;
}

/** Where a block is on its page. */
export interface BlockPlace {
  /** False for boilerplate: navigation, advertising, comments … */
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
 * Chooses the mentions to draw. Whose names they are is resolved already; this only decides whether a mark
 * helps.
 *
 * - In a page's boilerplate nothing is shown unless the reader chooses the whole page.
 * - Entities that are `with-story` are shown only on a page about the subject: its article has a quote match
 *   or `always` entities, more than one passing mention of them. Entities that are switched off or hidden
 *   count for that, too, because they are on the page.
 * - Then the density applies to what is left: a hidden entity takes no other's place.
 *
 * @param placeOf called for blocks with mentions or quote matches, and for all blocks to assess a single
 * mention
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
    // First, because a page with nothing to show need not be outlined: most that mention Amazon in passing.
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
 * In a longer article, one mention is a passing one: a line of a digest, an aside. Three news stories in four
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
