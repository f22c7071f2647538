/**
 * Words that fit, cut off at the end of a word and then with an ellipsis. A text that is hardly longer stays whole.
 * @param maxLength in characters
 */
export function shortenWords(text: string, maxLength: number): string {
  if (text.length <= maxLength * 1.15) return text;
  const start = text.slice(0, maxLength + 1);
  const lastSpace = start.search(/\s\S*$/);
  // Scripts without spaces are cut between two characters, and never within one.
  const cut =
    lastSpace > maxLength / 2
      ? start.slice(0, lastSpace)
      : start.slice(0, -1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')} …`;
}
