/**
 * The blocks of a plain text: paragraphs stand between empty lines. Within a paragraph each line is a block of its own
 * (headline, byline, list item), unless the lines were broken to a width: then the paragraph is one block and its line
 * breaks are kept, as they are in a page's source.
 */
export function splitPlainText(text: string): string[] {
  const paragraphs = text.replace(/^\uFEFF/, '').split(/(?:\r\n?|\n)(?:[^\S\r\n]*(?:\r\n?|\n))+/);
  return paragraphs.flatMap(splitParagraph).filter((block) => /\S/.test(block));
}

/** Nobody breaks prose to longer lines than this; longer ones end because a paragraph ends. */
const widestBrokenLine = 130;
/** And to no shorter ones: those are headlines, bylines, verse. */
const narrowestBrokenLine = 50;

function splitParagraph(paragraph: string): string[] {
  const lines = paragraph.split(/\r\n?|\n/);
  return isBrokenToWidth(lines) ? [paragraph] : lines;
}

/** Every line but the last had no room for the word that begins the next one. */
function isBrokenToWidth(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length));
  if (lines.length < 2 || width < narrowestBrokenLine || width > widestBrokenLine) return false;
  return lines.slice(1).every((line, index) => {
    const firstWord = line.trimStart().split(/\s/, 1)[0] ?? '';
    return (lines[index] ?? '').length + 1 + firstWord.length > width;
  });
}
