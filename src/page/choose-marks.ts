import { chooseShown } from '../matching/choose-shown.ts';
import type { Mention } from '../matching/mention.ts';
import type { PageChoices } from './page-choices.ts';
import { outlineInSteps } from './page-outline.ts';
import type { PageBlock } from './page-text.ts';
import type { PaintedMention } from './painted-mention.ts';
import { slotOfColor } from './palette.ts';

/** Whether a page has anything that is shown on every page; what is shown with a story only does not count. */
export function hasSomethingToShow(blocks: readonly PageBlock[]): boolean {
  return blocks.some(
    ({ mentions, traces }) => traces.length > 0 || mentions.some(({ show }) => show === 'always'),
  );
}

/**
 * For each block those of `candidates`, its visible mentions, that are to be painted, each in its style. In short steps: between two
 * the page may go on.
 */
export function* chooseMarks(
  blocks: readonly PageBlock[],
  candidates: readonly (readonly Mention[])[],
  choices: PageChoices,
): Generator<undefined, readonly (readonly PaintedMention[])[]> {
  const showable = blocks.map(({ text, traces }, number) => ({
    textLength: text.length,
    mentions: candidates[number] ?? [],
    hasTrace: traces.length > 0,
  }));
  // Most pages that name Amazon in passing have nothing else, and need not be outlined.
  if (!hasSomethingToShow(blocks)) return blocks.map(() => []);
  // Outlined each time: between two passes the page may have put its article where a spinner was.
  const outline = yield* outlineInSteps(blocks.map(({ block }) => block));
  const shown = chooseShown(showable, (block) => outline.placeOf(block), {
    density: choices.density,
    extent: choices.extent,
    isTopicOn: (topic) => choices.colorByTopic.has(topic),
    isEntityHidden: (entity) => choices.hiddenEntities.has(entity),
  });
  return shown.map((chosen) =>
    chosen.map((mention) => ({
      ...mention,
      style: slotOfColor(choices.colorByTopic.get(mention.topic) ?? ''),
    })),
  );
}
