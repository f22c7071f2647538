import type { Mention } from './mention.ts';
import { type MarkedPlace, SpacedMarks } from './space-marks.ts';

/** One block of a page, as far as showing is concerned. */
export interface ShowableBlock {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Half-open offsets of the quote matches in it. */
  readonly quoteMatches: readonly { readonly start: number; readonly end: number }[];
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

/** The mentions of each block that help a reader of the page. */
export interface Showing {
  /** In lists and counts. */
  readonly listed: readonly (readonly Mention[])[];
  /** Drawn: those of them that the density leaves. */
  readonly shown: readonly (readonly Mention[])[];
}

/**
 * Chooses the mentions to list and to draw. Whose names they are is resolved already; this only decides whether a mark
 * helps.
 *
 * - In a page's boilerplate nothing is shown unless the reader chooses the whole page.
 * - Entities that are `with-story` are shown only on a page about the subject: its article has a quote match
 *   or `always` entities, more than one passing mention of them. Entities that are switched off or hidden
 *   count for that, too, because they are on the page.
 * - Then the density applies to what is left: a hidden entity takes no other's place.
 *
 * @param placeOf called for blocks with mentions or quote matches, for all blocks to assess a single mention, and
 * for all if there is something to draw
 */
export function chooseShown(
  blocks: readonly ShowableBlock[],
  placeOf: (block: number) => BlockPlace,
  choices: ShowingChoices,
): Showing {
  const isOnSubject = isAboutSubject(blocks, placeOf);
  const isWanted = ({ entity, topic, show }: Mention): boolean => {
    if (!choices.isTopicOn(topic) || choices.isEntityHidden(entity)) return false;
    return show === 'always' || isOnSubject;
  };
  const isRead = (block: number) => choices.extent === 'whole-page' || placeOf(block).isArticle;
  const listed = blocks.map(({ mentions }, number) => {
    // First, because a page with nothing to show need not be outlined: most that mention Amazon in passing.
    const wanted = mentions.filter(isWanted);
    return wanted.length > 0 && isRead(number) ? wanted : [];
  });
  const shown = new Set(chooseDrawn(listed, blocks, { placeOf, isRead, density: choices.density }));
  return { listed, shown: listed.map((mentions) => mentions.filter((mention) => shown.has(mention))) };
}

interface Drawing extends Pick<ShowingChoices, 'density'> {
  placeOf(block: number): BlockPlace;
  /** Whether marks may be drawn in a block. */
  isRead(block: number): boolean;
}

function chooseDrawn(
  listed: Showing['listed'],
  blocks: readonly ShowableBlock[],
  { placeOf, isRead, density }: Drawing,
): readonly Mention[] {
  if (density === 'every') return listed.flat();
  if (density === 'first-on-page') return chooseFew(listed, blocks, isRead);
  const seen = new Set<string>();
  return listed.flatMap((mentions, number) =>
    mentions.filter(({ entity }) => {
      const key = `${placeOf(number).section} ${entity}`;
      return !seen.has(key) && seen.add(key);
    }),
  );
}

/**
 * The first mention of each entity that has weight, is outside quotations, and has room. Heavier entities choose
 * first, then earlier ones.
 */
function chooseFew(
  listed: Showing['listed'],
  blocks: readonly ShowableBlock[],
  isRead: (block: number) => boolean,
): readonly Mention[] {
  if (listed.every((mentions) => mentions.length === 0)) return [];
  const marks = new SpacedMarks();
  const candidates = new Map<string, (MarkedPlace & { readonly mention: Mention })[]>();
  const article = { length: 0, sentences: 0 };
  for (const [number, block] of blocks.entries()) {
    if (!isRead(number)) continue;
    const located = locateIn(block.text, article);
    for (const quoteMatch of block.quoteMatches) marks.add(located.placeOf(quoteMatch));
    for (const mention of listed[number] ?? []) {
      if (mention.weight === 0 || block.quoteMatches.some((quoteMatch) => overlap(mention, quoteMatch)))
        continue;
      const place = { ...located.placeOf(mention), mention };
      const known = candidates.get(mention.entity);
      if (known) known.push(place);
      else candidates.set(mention.entity, [place]);
    }
    article.length += block.text.length;
    article.sentences += located.sentenceCount;
  }
  const weightOf = ([first]: readonly { mention: Mention }[]) => first?.mention.weight ?? 0;
  // Sorting is stable: of equal weight the one mentioned first comes first.
  const byWeight = [...candidates.values()].sort((a, b) => weightOf(b) - weightOf(a));
  return byWeight.flatMap((places) => {
    const place = places.find((one) => marks.hasRoom(one));
    if (!place) return [];
    marks.add(place);
    return [place.mention];
  });
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function overlap(one: Extent, other: Extent): boolean {
  return one.start < other.end && one.end > other.start;
}

/** Coarser than `sentenceStarts`, whose lists of abbreviations would be loaded into every marked page. */
const sentenceEnd = /[.!?…]["'”’»)\]]*\s|[。！？]/g;

/** Where the offsets of one block are in the article that has come so far. */
function locateIn(
  text: string,
  { length, sentences }: { readonly length: number; readonly sentences: number },
) {
  let ends: number[] | undefined;
  const sentenceAt = (offset: number): number => {
    ends ??= [...text.matchAll(sentenceEnd)].map(({ index }) => index);
    return sentences + ends.filter((end) => end < offset).length;
  };
  return {
    placeOf: ({ start, end }: Extent): MarkedPlace => ({
      start: length + start,
      end: length + end,
      firstSentence: sentenceAt(start),
      lastSentence: sentenceAt(end),
    }),
    get sentenceCount() {
      return (ends?.length ?? 0) + 1;
    },
  };
}

/**
 * In a longer article, one mention is a passing one: a line of a digest, an aside. Three news stories in four
 * are shorter, and there one mention is part of the story.
 */
const maxShortArticleLength = 4_000;

function isAboutSubject(blocks: readonly ShowableBlock[], placeOf: (block: number) => BlockPlace): boolean {
  let mentionCount = 0;
  const speaking = blocks.flatMap(({ mentions, quoteMatches }, number) => {
    const hasQuoteMatch = quoteMatches.length > 0;
    const count = mentions.filter(({ show }) => show === 'always').length;
    return (hasQuoteMatch || count > 0) && placeOf(number).isArticle ? [{ hasQuoteMatch, count }] : [];
  });
  for (const { hasQuoteMatch, count } of speaking) {
    if (hasQuoteMatch) return true;
    mentionCount += count;
  }
  if (mentionCount !== 1) return mentionCount > 1;
  let articleLength = 0;
  return blocks.every(({ text }, number) => {
    if (placeOf(number).isArticle) articleLength += text.length;
    return articleLength <= maxShortArticleLength;
  });
}
