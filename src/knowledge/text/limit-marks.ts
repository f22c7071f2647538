/** The maximum in a row of Unicode's Stream-Safe Text Format (UAX #15): no language writes more. */
const maxMarks = 30;
const tooManyMarks = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu');

/**
 * The text without combining marks beyond thirty in a row. `normalize` sorts the marks of a letter one by one: 40,000
 * of them take half a second.
 */
export function limitMarks(text: string): string {
  return text.replace(tooManyMarks, '$1');
}
