/**
 * The characters that several modules look for, each class once: to stand between the brackets of an expression. What one
 * module adds to a class, or leaves out of it, it says where it does so.
 */

/** Soft hyphen, and joiners and spaces without width: they part a word's letters and are not seen. */
export const zeroWidthCharacters = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
/** The same with the marks that say in which direction the letters beside them run. */
export const joiners = `${zeroWidthCharacters}\\u200e\\u200f`;
/** They turn the direction of whatever follows, so that it reads as something else. */
export const directionOverrides = '\\u202a-\\u202e\\u2066-\\u2069';
/** What has no shape of its own on a page: also variation selectors, and controls that Unicode has given up. */
export const invisibleCharacters = `${joiners}${directionOverrides}\\u034f\\u061c\\u180b-\\u180e\\u2061-\\u2064\\u206a-\\u206f\\ufe00-\\ufe0f`;
/** The same by Unicode's own property: complete, and too expensive to be compiled in a page. */
export const defaultIgnorable = '\\p{Default_Ignorable_Code_Point}';

/** The diacritics of Latin, Greek and Cyrillic, as they follow a letter. */
export const combiningDiacritics = '\\u0300-\\u036f';

/** As French sets them before signs and within numbers. */
export const noBreakSpaces = '\\u00a0\\u202f';

/** Hyphens and dashes, without the one of the keyboard, which would be a range within brackets. */
export const dashes = '\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d';

/** The apostrophes of English, and what is printed for one. */
export const apostrophes = "'‘’‛ʼ′＇";

/** Double quotation marks of English, then those of other languages. */
export const englishDoubleMarks = '"“”‟＂';
export const doubleMarks = `${englishDoubleMarks}„«»〝〞〟`;
/** Single ones: apostrophes, too. */
export const singleMarks = "'‘’‚‹›";

/** Double marks that open a quotation wherever they stand. */
export const plainOpeners = '“„‟«〝';
/** Double marks that may as well close one: they open it where no word is before them. */
export const ambiguousDoubleOpeners = '"＂»';
/** Single marks that open one where no word is before them. */
export const singleOpeners = "'‘‚‹›";
export const ambiguousOpeners = `${ambiguousDoubleOpeners}${singleOpeners}`;
