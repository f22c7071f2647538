import type { EntityNames } from '../../contracts/messages.ts';
import { limitMarks } from '../../knowledge/text/limit-marks.ts';

export interface EntityHit {
  readonly entity: EntityNames;
  /** The name that matched, if it is not the title. */
  readonly name: string | undefined;
}

export type EntityFinder = (typed: string, most: number) => { found: EntityHit[]; count: number };

/**
 * Prepares finding entities by titles and names, ignoring case and accents. Ranks titles with the query as prefix
 * first, then titles with a word that starts with it, then any substring. A plain scan of folded texts: a word index
 * would have to be built before the first keystroke and would not find substrings.
 */
export function prepareEntityFinder(entities: readonly EntityNames[]): EntityFinder {
  const lines = entities.map((entity) => {
    const texts = [entity.title, ...entity.names.filter((name) => name !== entity.title)];
    return { entity, texts, folded: texts.map(fold) };
  });
  return (typed, most) => {
    const wanted = fold(typed).trim();
    if (wanted === '') return { found: [], count: 0 };
    const ranks: EntityHit[][] = [[], [], [], []];
    for (const { entity, texts, folded } of lines) {
      const hit = bestHit(folded, wanted);
      if (hit) ranks[hit.rank]?.push({ entity, name: hit.index === 0 ? undefined : texts[hit.index] });
    }
    const found = ranks.flat();
    return { found: found.slice(0, most), count: found.length };
  };
}

function bestHit(folded: readonly string[], wanted: string): { rank: number; index: number } | undefined {
  let best: { rank: number; index: number } | undefined;
  for (const [index, text] of folded.entries()) {
    const rank = rankOf(text, wanted, index === 0);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { rank, index };
    if (best?.rank === 0) break;
  }
  return best;
}

function rankOf(text: string, wanted: string, isTitle: boolean): number | undefined {
  const at = text.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return isTitle ? 0 : 1;
  // In folded texts single spaces separate the words.
  return text.includes(` ${wanted}`) ? 2 : 3;
}

/** Lower case without accents; everything but letters and digits separates words. */
function fold(text: string): string {
  return limitMarks(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
