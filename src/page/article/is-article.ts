import { countWords } from '../../knowledge/text/locate-words.ts';
import { mayQuote } from '../../matching/text/quoted-spans.ts';

/** Shorter paragraphs may be labels, headlines or links. */
const minProseWords = 12;
/** Words of prose; shorter texts are notices, forms and lists. Of 280 saved articles the shortest has 65. */
const minWords = 40;

/** Whether the text that was read from a page is an article that can be kept: some prose, or one paragraph that quotes. */
export function isArticle(text: string): boolean {
  let words = 0;
  for (const paragraph of text.split('\n\n')) {
    const count = countWords(paragraph);
    if (count < minProseWords) continue;
    words += count;
    if (words >= minWords || mayQuote(paragraph)) return true;
  }
  return false;
}
