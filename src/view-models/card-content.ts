/**
 * Everything one card shows, ready to be rendered: references resolved, texts as in the pack. `make-card-content.ts`
 * makes it from a pack. Plain JSON, because the background sends it to the card in a message.
 */
import type { EntityType, PackDate, Stance } from '../knowledge/pack-schema.ts';

export interface CardContent {
  readonly kind: 'entity' | 'statement';
  readonly ref: string;
  readonly title: string;
  readonly type: EntityType | 'statement';
  readonly topic: {
    readonly ref: string;
    readonly title: string;
    readonly color: string;
  };
  readonly pack: CardPack;
  /** The same statement as articles print it that the reader keeps; on the card of a statement of a pack. */
  readonly kept?: readonly { readonly pack: CardPack; readonly statement: CardStatement }[];
  /** One sentence that says what it is; empty for a statement. */
  readonly lead: string;
  readonly summary: string;
  readonly summaryCites: readonly CitedSource[];
  readonly facts: readonly {
    readonly text: string;
    readonly date?: PackDate;
    readonly cites: readonly CitedQuote[];
  }[];
  readonly statements: readonly CardStatement[];
  readonly positions: readonly CardClaim[];
  readonly events: readonly {
    readonly date: PackDate;
    readonly text: string;
    readonly cites: readonly CitedSource[];
  }[];
  readonly related: readonly {
    readonly ref: string;
    readonly title: string;
    readonly type: EntityType;
  }[];
  /** How many independent outlets speak in this card; editions of one article count once. */
  readonly outletCount: number;
  /** The entity's names, for "why marked". */
  readonly names: readonly string[];
  /** The names with rules. */
  readonly ruledNames: readonly RuledName[];
  /** So common that it is marked only beside something more specific; see `show` in docs/packs.md. */
  readonly isCommon: boolean;
  /** Longer names in its quotations that belong to another entity of any pack: "Amazon Rekognition" is not Amazon. */
  readonly longerNames: readonly string[];
  /** What the page around the card prints on the same subject, if that could be read. */
  readonly page?: PageWords;
}

/** Where a surface's content is from. */
export interface CardPack {
  readonly id: string;
  readonly title: string;
  readonly knownTo: string;
  readonly language: string;
  /** Of how many articles that the reader keeps it was made; absent for a pack that was imported or came with Sidelight. */
  readonly keptCount?: number;
  /** It was collected automatically and handed on, not written by a person. */
  readonly isCollected?: true;
}

/** What one page prints of the claims and statements of a card. */
export interface PageWords {
  /** The source that the page is, if it is one of the pack's. */
  readonly source?: CitedSource;
  /** The page is not at the source's address, but prints its text. */
  readonly isReprint?: true;
  readonly claims: readonly {
    readonly ref: string;
    /** Two if the page says both. */
    readonly stances: readonly SpokenStance[];
    readonly voice?: string;
    readonly words: readonly string[];
  }[];
  /** The passages in which the page prints a statement. */
  readonly statements: readonly { readonly ref: string; readonly words: readonly string[] }[];
}

export type SpokenStance = Exclude<Stance, 'does-not-mention'>;

/** The rule of a name, as far as the card shows it. */
export interface RuledName {
  readonly text: string;
  /** One of these words nearby is enough, or a mention of one of these entities (titles). */
  readonly needs?: { readonly words: readonly string[]; readonly entities: readonly string[] };
  /** Matches without them, too. */
  readonly isPresumed: boolean;
  /** Does not match with one of these words nearby. */
  readonly unless: readonly string[];
}

export interface CitedSource {
  readonly id: string;
  readonly outlet: string;
  /** The id of the article's first edition, if that is another source. */
  readonly firstEdition?: string;
  /** Its outlet, if that is another. */
  readonly firstOutlet?: string;
  readonly title?: string;
  readonly date: PackDate;
  readonly url?: string;
  /** Set if the source is an altered copy: every quotation from it says so. */
  readonly rewordedFrom?: string;
}

export interface CitedQuote {
  readonly source: CitedSource;
  readonly quote?: string;
}

export interface CardStatement {
  readonly ref: string;
  readonly speaker: {
    readonly text: string;
    readonly role?: string;
    readonly entityRef?: string;
  } | null;
  readonly date?: PackDate;
  readonly sentences: readonly (string | null)[];
  /** One entry for each source that prints it, its parts in order. */
  readonly wordings: readonly {
    readonly source: CitedSource;
    readonly parts: readonly {
      readonly text: string;
      readonly openMark: string;
      readonly closeMark: string;
      readonly attribution?: string;
      readonly roleAsPrinted?: string;
      readonly gapBefore?: 'attribution' | 'unmarked' | 'outlet-words';
      readonly runsOn?: string;
    }[];
  }[];
}

export interface CardClaim {
  readonly ref: string;
  readonly text: string;
  /** On an entity's card: the claim is about this entity before others. */
  readonly isMain?: true;
  readonly positions: readonly {
    readonly source: CitedSource;
    readonly stance: Stance;
    readonly voice?: string;
    readonly evidence: readonly string[];
    readonly note?: string;
  }[];
}
