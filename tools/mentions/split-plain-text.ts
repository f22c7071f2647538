import { placeParagraphs } from '../../src/stories/text/place-paragraphs.ts';

/** The blocks of a plain text: its paragraphs, with their line breaks, as in a page's source. */
export function splitPlainText(text: string): string[] {
  const plain = text.replace(/^\uFEFF/, '');
  return placeParagraphs(plain).map(({ start, end }) => plain.slice(start, end));
}
