/** As many as Unicode's Stream-Safe Text Format allows in a row (UAX #15): no language writes more. */
const maxMarks = 30;
const tooManyMarks = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu');

/**
 * The text without the combining marks beyond thirty in a row. `normalize` puts the marks of a letter in order one by one: 40,000
 * of them keep it half a second.
 */
export function limitMarks(text: string): string {
  return text.replace(tooManyMarks, '$1');
}
