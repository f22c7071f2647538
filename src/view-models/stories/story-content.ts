import type { KeptArticle, Story } from '../../stories/kept/kept-article.ts';
import type { NameKind } from '../../stories/names/find-named-things.ts';
import type { TextSpan } from '../../stories/text/article.ts';
import type { Turn } from '../../stories/utterances/list-differences.ts';
import type { WordRun } from '../compare-wording.ts';

/**
 * What the page of a story shows: who prints what, in how many of the articles that the reader keeps. Plain JSON.
 * Nothing in it is summarised or judged.
 */
export interface StoryContent {
  readonly story: Pick<Story, 'id' | 'title' | 'createdAt' | 'isOn' | 'marksNames' | 'note'>;
  /** By date, the oldest first; those without a date last. */
  readonly articles: readonly StoryArticle[];
  /** How many articles are compared: editions of one count once. */
  readonly articleCount: number;
  /** False while the articles have not been compared; the lists below are then empty. */
  readonly isCompared: boolean;
  /** What several articles print: changes of meaning first, then other changes, cuts, and what is printed alike. */
  readonly utterances: readonly StoryUtterance[];
  /** What only one of the articles prints. */
  readonly onlyHere: readonly LoneQuotation[];
  /** Who is quoted, those whom most articles quote first. */
  readonly speakers: readonly StorySpeaker[];
  /** Who and what is named, what most articles name first. */
  readonly names: readonly StoryName[];
  readonly facts: readonly StoryFact[];
}

export interface StoryArticle {
  readonly id: string;
  readonly kind: KeptArticle['kind'];
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly address: string;
  readonly language: string;
  readonly wordCount: number;
  /** When each version was kept, the oldest first: ISO 8601, in UTC. */
  readonly keptAt: readonly string[];
  readonly isCorrected: boolean;
  readonly note: string;
  /** Id of the edition that is compared in its place; null if it is compared itself. */
  readonly editionOf: string | null;
}

/** A passage of the latest version of an article, verbatim; half-open offsets into its text. */
export interface StoryPassage extends TextSpan {
  readonly text: string;
}

/** What an article prints of an utterance. */
export interface StoryPlace {
  /** Id of the article. */
  readonly article: string;
  /** The pieces in which it quotes it, at least one. */
  readonly parts: readonly StoryPassage[];
  /** The words beside it that say whose words these are, as printed; null if there are none. */
  readonly attribution: string | null;
}

/**
 * How a printing relates to the fullest one. `differs`: a number, name, negation or the like makes it another
 * statement. `changed`: words differ, or are left out without a sign. `overlap`: each goes on where the other stops.
 */
export type PrintingRelation = 'fullest' | 'identical' | 'overlap' | 'cut' | 'changed' | 'differs';

/** One wording of an utterance, with all articles that print it so. */
export interface StoryPrinting {
  readonly printedBy: readonly StoryPlace[];
  readonly relation: PrintingRelation;
  /** What makes it another statement. */
  readonly turns: readonly Turn[];
  /**
   * Its words, and those of the fullest printing that it lacks; null for the fullest, for one with the same words, and
   * for one with too little in common.
   */
  readonly runs: readonly WordRun[] | null;
}

export interface StoryUtterance {
  /** The name of the speaker, if it is certain; else null. */
  readonly speaker: string | null;
  /** The most that any printing differs in. */
  readonly relation: Exclude<PrintingRelation, 'fullest'>;
  /** How many articles print it. */
  readonly articleCount: number;
  /** The fullest first. */
  readonly printings: readonly StoryPrinting[];
}

export interface LoneQuotation extends StoryPlace {
  readonly speaker: string | null;
}

export interface StorySpeaker {
  readonly name: string;
  /** Titles and roles as printed, each once. */
  readonly roles: readonly string[];
  /** Ids of the articles that quote this person. */
  readonly articles: readonly string[];
  readonly quotationCount: number;
}

export interface StoryName {
  /** The fullest spelling. */
  readonly name: string;
  readonly kind: NameKind;
  readonly otherSpellings: readonly string[];
  readonly namedBy: readonly { readonly article: string; readonly count: number }[];
  /** How the articles describe it, as printed; the same words once, with all articles that print them. */
  readonly descriptions: readonly { readonly text: string; readonly places: readonly DescriptionPlace[] }[];
}

export interface DescriptionPlace extends TextSpan {
  readonly article: string;
}

/** Sentences of several articles that agree in most of their words, and differ in a number, an amount or a time. */
export interface StoryFact {
  readonly sentences: readonly {
    readonly text: string;
    /** What differs: half-open offsets into `text`, ascending. */
    readonly marks: readonly TextSpan[];
    readonly places: readonly DescriptionPlace[];
  }[];
}
