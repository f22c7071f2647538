import { judgeMentions } from '../matching/judge-mentions.ts';
import type { Mention } from '../matching/mention.ts';
import type { IndexedName, NameIndex } from '../matching/name-index.ts';
import type { PageChoices } from './page-choices.ts';
import type { PageBlock } from './page-text.ts';
import type { Judge } from './paint-plan.ts';
import type { PaintedMention } from './painted-mention.ts';
import { slotOfColor } from './palette.ts';

/** The matching room's judgement of a page, in the page's own terms. */
export function makeJudge(index: NameIndex): Judge {
  return {
    judge: (blocks) => judgeMentions(blocks, index),
    choose(blocks, mentions, choices) {
      return blocks.map((block, number) => chooseIn(block, mentions[number] ?? [], choices));
    },
  };

  function chooseIn(block: PageBlock, mentions: readonly Mention[], choices: PageChoices): PaintedMention[] {
    return mentions.flatMap((mention) => {
      const name = findName(block, mention);
      const color = name && choices.colorByTopic.get(name.topic);
      if (color === undefined || choices.hiddenEntities.has(mention.entity)) return [];
      return [{ ...mention, style: slotOfColor(color) }];
    });
  }

  function findName(block: PageBlock, mention: Mention): IndexedName | undefined {
    const match = block.matches.find(({ start, end }) => start === mention.start && end === mention.end);
    return match?.nameIds.map((id) => index.name(id)).find(({ entity }) => entity === mention.entity);
  }
}
