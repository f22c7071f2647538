import { lineSeparator, objectCharacter, possibleEdge } from '../../matching/text/block-signs.ts';

/**
 * The text of one paragraph-like piece of a page, with a map from each character to its DOM node. Keeps white
 * space as in the nodes (the matcher folds it), so that an offset needs no table of its own. Some characters
 * belong to no node: U+FFFC for a picture, control or code within the line, U+2028 for a line end, U+200B
 * where layout may separate two words, and the quotation marks of style sheets.
 */
export interface TextBlock {
  readonly text: string;
  /** The block's text nodes in reading order; never empty. */
  readonly nodes: readonly Text[];
  /** `starts[i]` is the offset in `text` at which `nodes[i]` begins. */
  readonly starts: readonly number[];
}

const standIns = new RegExp(`${objectCharacter} ?|${possibleEdge}`, 'g');

/** Part of a block's text for display elsewhere: without the placeholder characters. */
export function toShownText(text: string): string {
  return text.replaceAll(lineSeparator, ' ').replaceAll(standIns, '');
}
