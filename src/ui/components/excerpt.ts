/** The beginning of a text, in whole words, with "…" if it is cut: whoever shows it offers the whole elsewhere. */
export function excerpt(text: string, maxCharacters: number): string {
  const characters = [...text];
  // Leaving out a word or two would save no room.
  if (characters.length <= maxCharacters * 1.15) return text;
  const beginning = characters.slice(0, maxCharacters).join('');
  const lastSpace = beginning.search(/\s\S*$/u);
  // A script without spaces is cut anywhere.
  const whole = lastSpace > beginning.length / 2 ? beginning.slice(0, lastSpace) : beginning;
  return `${whole.replace(/[\s\p{P}]+$/u, '')}\u00a0…`;
}
