import type { PageChoices } from '../../contracts/page-choices.ts';
import { chooseShown } from '../../matching/names/choose-shown.ts';
import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { outlineInSteps } from '../reading/page-outline.ts';
import type { PageBlock } from '../reading/page-text.ts';

/** Whether a page has anything that is shown on every page; what is shown with a story only does not count. */
export function hasSomethingToShow(blocks: readonly PageBlock[]): boolean {
  return blocks.some(
    ({ mentions, traces }) => traces.length > 0 || mentions.some(({ show }) => show === 'always'),
  );
}

/**
 * For each block those of its mentions that are to be painted, of those that a reader can see. In short steps: between two the page
 * may go on.
 */
export function* chooseMarks(
  blocks: readonly PageBlock[],
  choices: PageChoices,
  isSeen: (item: Mention | QuoteMatch) => boolean,
): Generator<undefined, readonly (readonly Mention[])[]> {
  // Hidden text has its say as evidence, but takes no mark: the first mention that a reader can see gets it.
  const showable = blocks.map(({ text, mentions, traces }) => ({
    textLength: text.length,
    mentions: mentions.filter(isSeen),
    hasQuoteMatch: traces.some(isSeen),
  }));
  // Outlined each time: between two passes the page may have put its article where a spinner was.
  const outline = yield* outlineInSteps(blocks.map(({ block }) => block));
  return chooseShown(showable, (block) => outline.placeOf(block), {
    density: choices.density,
    extent: choices.extent,
    isTopicOn: (topic) => choices.colorByTopic.has(topic),
    isEntityHidden: (entity) => choices.hiddenEntities.has(entity),
  });
}
