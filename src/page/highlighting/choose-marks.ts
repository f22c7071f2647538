import type { PageChoices } from '../../contracts/page-choices.ts';
import { chooseShown, type Showing } from '../../matching/names/choose-shown.ts';
import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { outlineInSteps } from '../reading/page-outline.ts';
import type { PageBlock } from '../reading/page-text.ts';

/** Whether a page has anything that is shown on every page, as opposed to only with a story. */
export function hasSomethingToShow(blocks: readonly PageBlock[]): boolean {
  return blocks.some(
    ({ mentions, traces }) => traces.length > 0 || mentions.some(({ show }) => show === 'always'),
  );
}

/**
 * The mentions to list and to draw in each block, out of those that are visible. In short steps: the page may change
 * between two.
 */
export function* chooseMarks(
  blocks: readonly PageBlock[],
  choices: PageChoices,
  isSeen: (item: Mention | QuoteMatch) => boolean,
): Generator<undefined, Showing> {
  // Hidden text counts as evidence, but gets no mark: the first visible mention gets it.
  const showable = blocks.map(({ text, mentions, traces }) => ({
    text,
    mentions: mentions.filter(isSeen),
    quoteMatches: traces.filter(isSeen),
  }));
  // Outlined each time: the page may have replaced a spinner with its article since the last pass.
  const outline = yield* outlineInSteps(blocks.map(({ block }) => block));
  return chooseShown(showable, (block) => outline.placeOf(block), {
    density: choices.density,
    extent: choices.extent,
    isTopicOn: (topic) => choices.colorByTopic.has(topic),
    isEntityHidden: (entity) => choices.hiddenEntities.has(entity),
  });
}
