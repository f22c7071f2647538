import { lineSeparator, objectCharacter, possibleEdge } from '../../matching/text/block-signs.ts';

/**
 * The text of one paragraph-like piece of a page, with the way back from each character to its DOM node.
 * White space is kept as it stands in the nodes (folding is the matcher's business), so that an offset needs no table
 * of its own. Some characters belong to no node: U+FFFC where a picture, a control or code stands in the line, U+2028 where a line
 * ends, U+200B where layout may part two words, and the quotation marks of style sheets.
 */
export interface TextBlock {
  readonly text: string;
  /** The block's text nodes in reading order; never empty. */
  readonly nodes: readonly Text[];
  /** `starts[i]` is the offset in `text` at which `nodes[i]` begins. */
  readonly starts: readonly number[];
}

const standIns = new RegExp(`${objectCharacter} ?|${possibleEdge}`, 'g');

/** Part of a block's text as it is shown elsewhere: without the characters that stand for what is no text of the page. */
export function toShownText(text: string): string {
  return text.replaceAll(lineSeparator, ' ').replaceAll(standIns, '');
}
