import { chooseShown } from '../matching/choose-shown.ts';
import { compileExceptions } from '../matching/except-names.ts';
import { judgeInSteps } from '../matching/judge-mentions.ts';
import type { Mention } from '../matching/mention.ts';
import { metEntities } from '../matching/met-entities.ts';
import type { NameIndex } from '../matching/name-index.ts';
import type { PageChoices } from './page-choices.ts';
import { outlineInSteps } from './page-outline.ts';
import type { PageBlock } from './page-text.ts';
import type { Judge } from './paint-plan.ts';
import { slotOfColor } from './palette.ts';

/** The matching room's judgement of a page, in the page's own terms. */
export function makeJudge(index: NameIndex): Judge {
  return {
    judge: (blocks, { exceptions }) => judgeInSteps(blocks, index, compileExceptions(exceptions)),
    *choose(blocks, mentions, choices) {
      if (!mayShow(blocks, mentions)) return blocks.map(() => []);
      // Outlined anew each time: between two passes the page may have put its article where a spinner was.
      const outline = yield* outlineInSteps(blocks.map(({ block }) => block));
      const showable = blocks.map(({ text, traces }, number) => ({
        textLength: text.length,
        mentions: mentions[number] ?? [],
        hasTrace: traces.length > 0,
      }));
      const shown = chooseShown(showable, (block) => outline.placeOf(block), index, {
        density: choices.density,
        extent: choices.extent,
        isTopicOn: (topic) => choices.colorByTopic.has(topic),
        isEntityHidden: (entity) => choices.hiddenEntities.has(entity),
      });
      return shown.map((chosen) =>
        chosen.map((mention) => ({ ...mention, style: styleOf(mention.entity, choices) })),
      );
    },
  };

  /** A page that names nothing but what is shown with a story need not be outlined: most that name Amazon in passing. */
  function mayShow(blocks: readonly PageBlock[], mentions: readonly (readonly Mention[])[]): boolean {
    const entities = metEntities(index);
    return (
      blocks.some(({ traces }) => traces.length > 0) ||
      mentions.some((all) => all.some(({ entity }) => entities.get(entity)?.show === 'always'))
    );
  }

  function styleOf(entity: string, choices: PageChoices): number {
    const topic = metEntities(index).get(entity)?.topic ?? '';
    return slotOfColor(choices.colorByTopic.get(topic) ?? '');
  }
}
