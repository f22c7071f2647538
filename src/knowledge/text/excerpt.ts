/** The beginning of a text, in whole words, with "…" if it is cut: whoever shows it offers the whole elsewhere. */
export function excerpt(text: string, maxCharacters: number): string {
  const characters = [...text];
  if (!isWorthCutting(text, maxCharacters)) return text;
  const beginning = characters.slice(0, maxCharacters).join('');
  const lastSpace = beginning.search(/\s\S*$/u);
  // A script without spaces is cut anywhere.
  const whole = lastSpace > beginning.length / 2 ? beginning.slice(0, lastSpace) : beginning;
  return `${whole.replace(/[\s\p{P}]+$/u, '')}\u00a0…`;
}

/** The part of a text that shares most words with `subject`, cut like `excerpt`; of equal parts the first. */
export function excerptAbout(text: string, subject: string, maxCharacters: number): string {
  if (!isWorthCutting(text, maxCharacters)) return text;
  const wanted = new Set(listWords(subject));
  const part: { start: number; weight: number }[] = [];
  let weight = 0;
  let best = { at: 0, weight };
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const own = Number(listWords(word).some((one) => wanted.has(one)));
    part.push({ start: index, weight: own });
    weight += own;
    while (part[0] && part[0].start + maxCharacters < index + word.length)
      weight -= part.shift()?.weight ?? 0;
    if (part[0] && weight > best.weight) best = { at: part[0].start, weight };
  }
  return `${best.at > 0 ? '…\u00a0' : ''}${excerpt(text.slice(best.at), maxCharacters)}`;
}

/** Leaving out a word or two would save no room. */
function isWorthCutting(text: string, maxCharacters: number): boolean {
  return [...text].length > maxCharacters * 1.15;
}

/** Short words, such as articles, say nothing about a subject. */
function listWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
