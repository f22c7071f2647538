import { quantile } from './quantile.ts';
import type { BackgroundResult, BackgroundTimes } from './stages/background.ts';

export interface MatchedPage {
  readonly floorMs: number;
  /** One entry for each warm run: the fastest counts. */
  readonly warm: readonly BackgroundTimes[];
  readonly woken: BackgroundResult;
}

export interface BackgroundRow {
  readonly names: number;
  readonly statements: number;
  /** "Could anything be here?", warm. */
  readonly askedMedianMs: number;
  readonly askedMedianToFloor: number;
  readonly askedP95ToFloor: number;
  /** Names, rules and quotations of the whole page, warm. */
  readonly foundMedianMs: number;
  readonly foundMedianToFloor: number;
  readonly foundP95ToFloor: number;
  /** Opening the packs, just woken. */
  readonly openMedianMs: number;
  /** Until the answer whether anything could be on the page, including the opening. */
  readonly wokenAskedMedianMs: number;
  /** Until the findings on the page, including everything. */
  readonly wokenFoundMedianMs: number;
}

export function summariseBackground(
  pages: readonly MatchedPage[],
  counts: { readonly names: number; readonly statements: number },
): BackgroundRow {
  const asked = pages.map(({ warm }) => Math.min(...warm.map(({ askedMs }) => askedMs)));
  const found = pages.map(({ warm }) => Math.min(...warm.map(({ foundMs }) => foundMs)));
  const toFloor = (times: readonly number[]) => times.map((ms, i) => ms / (pages[i] as MatchedPage).floorMs);
  const wokenAsked = pages.map(({ woken }) => woken.openMs + (woken.pages[0]?.askedMs ?? 0));
  const wokenFound = pages.map(({ woken }, i) => (wokenAsked[i] as number) + (woken.pages[0]?.foundMs ?? 0));
  const at = (values: readonly number[], part: number) => Math.round(quantile(values, part) * 1000) / 1000;
  return {
    ...counts,
    askedMedianMs: at(asked, 0.5),
    askedMedianToFloor: at(toFloor(asked), 0.5),
    askedP95ToFloor: at(toFloor(asked), 0.95),
    foundMedianMs: at(found, 0.5),
    foundMedianToFloor: at(toFloor(found), 0.5),
    foundP95ToFloor: at(toFloor(found), 0.95),
    openMedianMs: at(
      pages.map(({ woken }) => woken.openMs),
      0.5,
    ),
    wokenAskedMedianMs: at(wokenAsked, 0.5),
    wokenFoundMedianMs: at(wokenFound, 0.5),
  };
}
