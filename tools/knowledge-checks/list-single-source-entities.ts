import { lookUpPack } from '../../src/knowledge/look-up-pack.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { makeCardContent } from '../../src/view-models/make-card-content.ts';

export interface SingleSourceEntity {
  readonly id: string;
  readonly outlet: string;
  /** Whether its topic is part of the main story, where two sources are required. */
  readonly isMainStory: boolean;
}

/** The entities whose card shows fewer than two independent outlets: it says "reported only by …". */
export function listSingleSourceEntities(pack: Pack): SingleSourceEntity[] {
  const lookup = lookUpPack(pack);
  return pack.entities.flatMap((entity) => {
    const card = makeCardContent(pack, 'entity', entity.id);
    if (card === null || card.outletCount > 1) return [];
    const isMainStory = lookup.topic(entity.topic)?.onByDefault ?? false;
    return [
      {
        id: entity.id,
        outlet: card.summaryCites[0]?.outlet ?? 'nobody',
        isMainStory,
      },
    ];
  });
}
