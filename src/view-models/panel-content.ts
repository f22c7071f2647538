import type { EntityType, PackDate, Stance } from '../knowledge/pack-schema.ts';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import type { CardClaim, CardPack, CardStatement, CitedSource } from './card-content.ts';

/** What the side panel shows for one page: who says what, never what is true. Plain JSON. */
export interface PanelContent {
  readonly page: {
    readonly title: string;
    readonly address: string;
    readonly date: string | null;
  };
  readonly pack: CardPack;
  /** Those that the reader wants to see, in the order of their first mention. */
  readonly mentioned: readonly PanelEntity[];
  readonly quoted: readonly PanelQuotation[];
  /** Events and facts dated later than the page, newest first; empty if the page has no date. */
  readonly since: readonly DatedItem[];
  /** Known claims of this page's story that were not found on it, those on which sources differ first. */
  readonly elsewhere: readonly PanelClaim[];
  /** Claims found on it, in the same order. */
  readonly made: readonly PanelClaim[];
  /** Events about the page's entities, oldest first. */
  readonly timeline: readonly DatedItem[];
}

export interface PanelEntity {
  readonly ref: string;
  readonly title: string;
  readonly type: EntityType;
  /** How often the page mentions it. */
  readonly count: number;
  /** How many independent outlets of the pack speak of it or are quoted on it. */
  readonly outletCount: number;
  /** On some claim about it a source says otherwise. */
  readonly isDisputed: boolean;
}

export interface PanelQuotation {
  readonly trace: QuoteMatch;
  /** The words on the page. */
  readonly text: string;
  readonly statement: CardStatement;
}

export interface DatedItem {
  readonly date: PackDate;
  readonly text: string;
  readonly entities: readonly {
    readonly ref: string;
    readonly title: string;
  }[];
  readonly cites: readonly CitedSource[];
}

export interface PanelClaim extends CardClaim {
  readonly onThisPage: PageStance;
  /** The passage of the page that makes the claim. */
  readonly passage?: string;
}

export type PageStance = 'says' | 'says-otherwise' | 'unclear' | 'not-found';

/** Claims as rows, sources as columns. */
export interface Comparison {
  readonly sources: readonly CitedSource[];
  readonly rows: readonly {
    readonly ref: string;
    readonly text: string;
    /** One cell for each of `sources`. A source may take two positions, or none if the pack records none. */
    readonly cells: readonly (readonly {
      readonly stance: Stance;
      readonly evidence: readonly string[];
    }[])[];
  }[];
}
