import type { PackDate } from '../../knowledge/pack-schema.ts';
import type { CitedSource, SpokenStance } from '../card-content.ts';

/** What a card shows first: the claims, statements or facts nearest to the page, with the words of several sources. */
export interface CardFront {
  readonly parts: readonly FrontPart[];
}

interface PartBase {
  readonly key: string;
  /** How many independent outlets have words on it, shown or not. */
  readonly outletCount: number;
  /** The outlet, if no other has anything on it. */
  readonly onlyOutlet: string | undefined;
  /** At most three: this page's first. */
  readonly rows: readonly FrontRow[];
}

export type FrontPart =
  | (PartBase & { readonly kind: 'claim'; readonly text: string; readonly isDisputed: boolean })
  | (PartBase & {
      readonly kind: 'statement';
      /** Absent on the speaker's own card. Null: unnamed. */
      readonly speaker?: string | null;
      readonly date?: PackDate;
    })
  | (PartBase & { readonly kind: 'fact'; readonly text: string; readonly date?: PackDate });

/** One article, in any of its editions, and its words. */
export interface FrontRow {
  /** Absent for a page that is no source of the pack. */
  readonly source?: CitedSource;
  /** What tells independent outlets apart; empty for a page of which that is not known. */
  readonly outletKey: string;
  readonly isThisPage: boolean;
  /** From an altered copy, which is no outlet. */
  readonly isAltered: boolean;
  readonly stances: readonly SpokenStance[];
  readonly voice?: string;
  /** As printed, cut short where they are long. */
  readonly words: readonly string[];
  /** What the pack says of the source, in its own words; for a row without words. */
  readonly note?: string;
  /**
   * How much of a statement it prints: all of it, word for word, if both are equal. `ofWords` is absent if not all of the
   * statement is known, or the row has as many words, but others.
   */
  readonly extent?: { readonly words: number; readonly ofWords?: number };
}
