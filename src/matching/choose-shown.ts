import type { Mention } from './mention.ts';
import { metEntities } from './met-entities.ts';
import type { NameIndex } from './name-index.ts';

/** One block of a page, as far as showing is concerned. */
export interface ShowableBlock {
  readonly mentions: readonly Mention[];
  /** A known statement stands here. */
  readonly hasTrace: boolean;
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
 * - Entities that are `with-story` are shown only on a page that is about the subject: whose article has an `always`
 *   entity or a traced statement. What is switched off or hidden counts for that too: it is what the page says.
 * - Then the density, counted among what is left: a hidden entity takes nobody's place.
 *
 * @param placeOf asked only for blocks with mentions or traces.
 */
export function chooseShown(
  blocks: readonly ShowableBlock[],
  placeOf: (block: number) => BlockPlace,
  index: NameIndex,
  choices: ShowingChoices,
): Mention[][] {
  const entities = metEntities(index);
  const isOnSubject = isAboutSubject(blocks, placeOf, index);
  const seen = new Set<string>();
  return blocks.map(({ mentions }, number) => {
    if (mentions.length === 0) return [];
    const place = placeOf(number);
    if (choices.extent === 'article' && !place.isArticle) return [];
    return mentions.filter(({ entity }) => {
      const met = entities.get(entity);
      if (met === undefined || !choices.isTopicOn(met.topic) || choices.isEntityHidden(entity)) return false;
      if (met.show === 'with-story' && !isOnSubject) return false;
      if (choices.density === 'every') return true;
      const key = choices.density === 'first-on-page' ? entity : `${place.section} ${entity}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  });
}

function isAboutSubject(
  blocks: readonly ShowableBlock[],
  placeOf: (block: number) => BlockPlace,
  index: NameIndex,
): boolean {
  const entities = metEntities(index);
  return blocks.some(({ mentions, hasTrace }, number) => {
    const speaks = hasTrace || mentions.some(({ entity }) => entities.get(entity)?.show === 'always');
    return speaks && placeOf(number).isArticle;
  });
}
