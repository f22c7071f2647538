/** What the library's pages show, ready to be rendered; plain JSON, because it is made in a worker. */
import type { PackDate, Source } from '../knowledge/pack-schema.ts';
import type { CardClaim, CardContent, CardStatement, CitedSource } from './card-content.ts';
import type { OrderedClaim } from './order-claims.ts';
import type { Comparison, DatedItem } from './panel-content.ts';

export interface EntityContent {
  readonly kind: 'entity';
  readonly card: CardContent;
  /** What it is, in a sentence. */
  readonly lead?: string;
  readonly claims: LibraryClaims;
  /** Everything that says something on the page, what says most first; altered copies last. */
  readonly sources: readonly CitedSource[];
  readonly names: readonly EntityName[];
  readonly wikidata?: string;
  /** Oldest first. */
  readonly timeline: readonly DatedItem[];
}

/** The claims on an item: those on which sources differ, the others, and all of them by source. */
export interface LibraryClaims {
  readonly differing: readonly OrderedClaim[];
  readonly others: readonly OrderedClaim[];
  readonly comparison: Comparison;
}

export interface EntityName {
  readonly text: string;
  /** Common words or an acronym: it matches only with context beside the name. */
  readonly needsContext: boolean;
}

export interface StatementContent {
  readonly kind: 'statement';
  readonly card: CardContent;
  readonly claims: LibraryClaims;
}

export interface ClaimContent {
  readonly kind: 'claim';
  readonly pack: CardContent['pack'];
  readonly topic: CardContent['topic'];
  readonly claim: CardClaim;
  readonly about: CardContent['related'];
}

export interface SourceContent {
  readonly kind: 'source';
  readonly pack: CardContent['pack'];
  readonly ref: string;
  /** As in the pack: outlet, title, authors, dates, address, condition. */
  readonly source: Source;
  readonly editionOf?: CitedSource;
  readonly laterEditions: readonly CitedSource[];
  readonly partOf?: CitedSource;
  readonly parts: readonly CitedSource[];
  /** Statements that it prints, each with this source's wording only. */
  readonly statements: readonly CardStatement[];
  readonly positions: readonly {
    readonly claim: { readonly ref: string; readonly text: string };
    readonly position: CardClaim['positions'][number];
  }[];
  readonly facts: readonly SourceFact[];
  readonly events: readonly DatedItem[];
  /** Entities whose summary rests on it. */
  readonly summarised: CardContent['related'];
}

export interface SourceFact {
  readonly entity: { readonly ref: string; readonly title: string };
  readonly text: string;
  readonly date?: PackDate;
  readonly quotes: readonly string[];
}

export type LibraryContent = EntityContent | StatementContent | ClaimContent | SourceContent;
