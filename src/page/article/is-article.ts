import { mayQuote } from '../../matching/text/quoted-spans.ts';

/** Shorter texts are notices, forms and lists of links, unless they quote somebody. */
const minWords = 40;

/** Whether the text that was read from a page is an article that can be kept. */
export function isArticle(text: string): boolean {
  return (text.match(/\S+/g) ?? []).length >= minWords || (text !== '' && mayQuote(text));
}
