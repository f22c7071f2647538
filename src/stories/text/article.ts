/** An article as an outlet printed it, without the rest of its page. A field that nothing tells is empty. */
export interface Article {
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The page's own address (canonical, where it says so). */
  readonly address: string;
  /** BCP 47, such as `en` or `de-AT`. */
  readonly language: string;
  /** Paragraphs with a blank line between two of them. */
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
 * What stands between quotation marks: the words of somebody; words that the outlet distances itself from or uses as a term
 * (the "smart" lock); or the title of a work. Only where the words around tell is it anything but `speech`.
 */
export type QuotationKind = 'speech' | 'scare' | 'title';

/** A passage between quotation marks; the offsets are those of what stands inside the marks. */
export interface Quotation extends TextSpan {
  /** `article.text` from `start` to `end`. */
  readonly text: string;
  readonly kind: QuotationKind;
  /** Whether it goes on with the quotation before it in the list: split by its attribution, or in the next paragraph. */
  readonly continuesPrevious: boolean;
  /** Whether it stands within another quotation of the list. */
  readonly isNested: boolean;
  /** The words that say whose words these are; null where no attribution stands beside it. */
  readonly speaker: Speaker | null;
}

/** Who said something, as printed in the article. */
export interface Speaker extends TextSpan {
  /** `article.text` from `start` to `end`: "Nicole Ozer", "Ozer", "she", "a spokesman for the company". */
  readonly text: string;
  /** Whether the rule that found it holds in 97 of 100 cases. Otherwise nobody is to be named: show `text` as an attribution. */
  readonly isCertain: boolean;
  /** The fullest name that the article gives whom `text` stands for, where it does so without doubt. */
  readonly fullName?: string;
  /** Title or role as printed beside the name: "director with the ACLU", "Sen." */
  readonly role?: string;
}
