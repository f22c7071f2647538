import type { TextSpan } from './article.ts';

/** Prose is not wrapped at longer lines; a longer line ends with its paragraph. */
const widestBrokenLine = 130;
/** Prose is not wrapped at shorter lines: those are headlines, bylines, verse. */
const narrowestBrokenLine = 50;

const blankLines = /(?:\r\n?|\n)(?:[^\S\r\n]*(?:\r\n?|\n))+/g;
const lineBreak = /\r\n?|\n/g;

/**
 * The paragraphs of a plain text, in order, separated by empty lines. In between, each line is a paragraph of
 * its own (headline, byline, list item), unless the lines were wrapped to a width: then the line breaks are
 * inside the paragraph.
 */
export function placeParagraphs(text: string): TextSpan[] {
  const paragraphs: TextSpan[] = [];
  for (const block of between(text, 0, text.length, blankLines)) {
    const lines = between(text, block.start, block.end, lineBreak);
    const isBroken = isBrokenToWidth(lines.map(({ start, end }) => text.slice(start, end)));
    for (const span of isBroken ? [block] : lines) {
      if (/\S/.test(text.slice(span.start, span.end))) paragraphs.push(span);
    }
  }
  return paragraphs;
}

function between(text: string, from: number, to: number, separator: RegExp): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = from;
  for (const { 0: found, index } of text.slice(from, to).matchAll(separator)) {
    spans.push({ start, end: from + index });
    start = from + index + found.length;
  }
  spans.push({ start, end: to });
  return spans;
}

/** Whether every line but the last had no space for the first word of the next one. */
function isBrokenToWidth(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width < narrowestBrokenLine || width > widestBrokenLine) return false;
  return lines.slice(1).every((line, index) => {
    const firstWord = line.trimStart().split(/\s/, 1)[0] ?? '';
    return (lines[index] ?? '').length + 1 + firstWord.length > width;
  });
}
