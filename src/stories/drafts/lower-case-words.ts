/** The words of a text, in lower case, without punctuation. */
export function lowerCaseWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words in one line, with a space before and after each: contains another line if the text has its words in a row. */
export function wordLine(text: string): string {
  return ` ${lowerCaseWords(text).join(' ')} `;
}
