/**
 * The characters that number notes and list items, and fractions (², ①, ½, ᵃ), for a character class: they are not part
 * of the word beside them.
 */
export const noteSigns = '\\p{No}\\u1d2c-\\u1d6a\\u1d9b-\\u1dbf\\u2071\\u207f\\u2090-\\u209c';
