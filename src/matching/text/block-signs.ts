/** Placeholder characters in a block's text, written by `page/reading/block-builder.ts` and read by the matcher. */

/** U+2028 LINE SEPARATOR ends a line; no name crosses it. */
export const lineSeparator = '\u2028';
/**
 * U+200B ZERO WIDTH SPACE, where letters on both sides of an element's edge touch: layout may or may not
 * separate them.
 */
export const possibleEdge = '\u200b';
/** U+FFFC for a picture, a control or code within the line, as in the accessibility tree. */
export const objectCharacter = '\ufffc';
