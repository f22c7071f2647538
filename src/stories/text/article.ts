/** An article as an outlet printed it, without the rest of its page. A field is empty if nothing states it. */
export interface Article {
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The page's own address (canonical, if stated). */
  readonly address: string;
  /** BCP 47, such as `en` or `de-AT`. */
  readonly language: string;
  /** Paragraphs separated by a blank line. */
  readonly text: string;
  /** Passages that the page set as quotations (`blockquote`) without marks: half-open offsets into `text`. */
  readonly quotedBlocks?: readonly TextSpan[];
}

/** Half-open offsets into the text of an article. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * What is between quotation marks: somebody's words; words that the outlet distances itself from or uses as a
 * term (the "smart" lock); or the title of a work. `speech` unless the words around it show otherwise.
 */
export type QuotationKind = 'speech' | 'scare' | 'title';

/** A passage between quotation marks; the offsets exclude the marks. */
export interface Quotation extends TextSpan {
  /** `article.text` from `start` to `end`. */
  readonly text: string;
  readonly kind: QuotationKind;
  /**
   * Whether it continues the previous quotation in the list: split by its attribution, or in the next
   * paragraph.
   */
  readonly continuesPrevious: boolean;
  /** Whether it is inside another quotation of the list. */
  readonly isNested: boolean;
  /** The words that name the speaker; null without an attribution beside it. */
  readonly speaker: Speaker | null;
}

/** Who said something, as printed in the article. */
export interface Speaker extends TextSpan {
  /** `article.text` from `start` to `end`: "Nicole Ozer", "Ozer", "she", "a spokesman for the company". */
  readonly text: string;
  /**
   * Whether the rule that found it is right in 97 of 100 cases. Otherwise do not name a speaker: show `text`
   * as an attribution.
   */
  readonly isCertain: boolean;
  /** The fullest name in the article for `text`, if there is no doubt. */
  readonly fullName?: string;
  /**
   * Whom the words most likely mean. Never show it: it is right too seldom to name somebody, and only helps to
   * tell the words of two people apart.
   */
  readonly likelyName?: string;
  /** Title or role as printed beside the name: "director with the ACLU", "Sen." */
  readonly role?: string;
}
