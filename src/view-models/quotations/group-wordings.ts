import type { CardStatement } from '../card-content.ts';
import { nameOnlyOutlet, outletKeyOf } from '../cite-source.ts';

export type OutletWording = CardStatement['wordings'][number];

/** What one outlet prints of a statement; `editions` of one article with the same words count once. */
export interface PrintedWording {
  readonly wording: OutletWording;
  readonly editions: number;
}

export function groupWordings(wordings: readonly OutletWording[]): PrintedWording[] {
  const groups = new Map<string, PrintedWording>();
  for (const wording of wordings) {
    const key = JSON.stringify([outletKeyOf(wording.source), wording.parts.map(({ text }) => text)]);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, editions: known.editions + 1 } : { wording, editions: 1 });
  }
  return [...groups.values()];
}

/** The first wording, if all are from altered copies: then the words may not be the speaker's. */
export function alteredOnly(wordings: readonly OutletWording[]): OutletWording | undefined {
  return wordings.every(({ source }) => source.rewordedFrom !== undefined) ? wordings[0] : undefined;
}

/** The only outlet that prints the statement, or undefined if there are several. An altered copy is one only if it is alone. */
export function onlyOutlet(wordings: readonly OutletWording[]): string | undefined {
  return nameOnlyOutlet(wordings.map(({ source }) => source));
}
