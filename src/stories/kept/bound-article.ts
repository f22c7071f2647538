import { maxAddressLength, maxLineLength } from '../../knowledge/pack-limits.ts';
import type { Article, TextSpan } from '../text/article.ts';

/** UTF-16 units of an article's text: a book of 170,000 words. A longer text is cut. */
export const maxArticleLength = 1_000_000;
/** UTF-16 units of a note of the reader's. */
export const maxNoteLength = 20_000;
const maxAuthors = 20;
const maxQuotedBlocks = 2_000;

/**
 * An article within the limits of what is kept: what a page says of itself is untrusted. Titles and names are cut, a
 * date or language that is none, and an address that is not of the web, become empty.
 */
export function boundArticle(article: Article): Article {
  const text = cutProse(article.text);
  return {
    title: cutLine(article.title),
    outlet: cutLine(article.outlet),
    authors: article.authors
      .map(cutLine)
      .filter((author) => author !== '')
      .slice(0, maxAuthors),
    date: /^\d{4}-\d\d-\d\d$/.test(article.date) ? article.date : '',
    address: readAddress(article.address),
    language: /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(article.language) ? article.language : '',
    text,
    ...(article.quotedBlocks && { quotedBlocks: cutSpans(article.quotedBlocks, text.length) }),
  };
}

/** One line, at most 500 characters. A line that it has returned stays as it is. */
export function cutLine(line: string): string {
  const clean = line
    .replace(/\p{Cs}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return clean.length <= maxLineLength ? clean : `${cutText(clean, maxLineLength - 1).trimEnd()}…`;
}

/** At most `maxLength` UTF-16 units, without halves of characters. */
export function cutText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/\p{Cs}/gu, '');
}

/** Cut at the end of a paragraph, or else of a word. */
function cutProse(text: string): string {
  const cut = cutText(text, maxArticleLength);
  if (text.length <= maxArticleLength) return cut;
  const end = Math.max(cut.lastIndexOf('\n\n'), 0) || Math.max(cut.lastIndexOf(' '), 0) || cut.length;
  return cut.slice(0, end);
}

/** Without the fragment, which is a place on the page; empty if it is none of the web. */
function readAddress(address: string): string {
  const [page = ''] = address.trim().split('#', 1);
  return page.length <= maxAddressLength && /^https?:\/\/[^\s/?@\\]+(?:[/?]\S*)?$/i.test(page) ? page : '';
}

function cutSpans(spans: readonly TextSpan[], length: number): TextSpan[] {
  return spans
    .slice(0, maxQuotedBlocks)
    .filter(({ start, end }) => Number.isInteger(start) && start >= 0 && start < end && end <= length);
}
