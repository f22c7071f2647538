/** Characters that a page puts into a block's text (`page/block-builder.ts`) and that the matcher reads as what they stand for. */

/** U+2028 LINE SEPARATOR ends a line, which no name goes over. */
export const lineSeparator = '\u2028';
/** U+200B ZERO WIDTH SPACE, where letters on both sides of an element's edge touch: layout may part them, or not. */
export const possibleEdge = '\u200b';
/** U+FFFC for a picture, a control or code within the line, as in the accessibility tree. */
export const objectCharacter = '\ufffc';
