/** A line of a page of a PDF. Lengths are in points; `y` grows upwards. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  /** Of the line's baseline. */
  readonly y: number;
  /** Where its last letter ends. */
  readonly endX: number;
  /** Of the letters. */
  readonly height: number;
}

/** Each page's lines, in reading order. */
export type PdfPages = readonly (readonly PdfLine[])[];

/** So many lines at the top and at the bottom of a page may be a header or a footer. */
const marginLines = 3;
/** A header is repeated on at least this share of the pages, and on at least two. */
const minRepeatedShare = 0.5;

/**
 * The text of a PDF: paragraphs with a blank line between them, without headers, footers and page numbers, and with
 * the words joined that are divided between two lines.
 */
export function joinPdfLines(pages: PdfPages): string {
  const lines = withoutMargins(pages).flat();
  const known = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []));
  const step = usualStep(lines);
  const paragraphs: string[] = [];
  for (const [n, line] of lines.entries()) {
    const previous = lines[n - 1];
    if (previous === undefined || opensParagraph(previous, line, lines[n + 1], step)) {
      paragraphs.push(line.text);
    } else {
      paragraphs[paragraphs.length - 1] = joinWords(paragraphs.at(-1) ?? '', line.text, known);
    }
  }
  return paragraphs.join('\n\n');
}

function withoutMargins(pages: PdfPages): PdfPages {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(listMargins(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRepeated = (line: PdfLine) =>
    (counts.get(keyOf(line)) ?? 0) >= Math.max(2, pages.length * minRepeatedShare);
  return pages.map((page) => {
    const margins = new Set(listMargins(page).filter(isRepeated));
    return page.filter((line) => !margins.has(line));
  });
}

function listMargins(page: readonly PdfLine[]): PdfLine[] {
  const downwards = page.toSorted((a, b) => b.y - a.y);
  return [...new Set([...downwards.slice(0, marginLines), ...downwards.slice(-marginLines)])];
}

/** The same for a line that is repeated with another page number. */
function keyOf({ text, height }: PdfLine): string {
  return `${Math.round(height)} ${text.replace(/\d+|\b[ivxlc]+\b/giu, '#')}`;
}

/** The usual distance between two lines of a paragraph. */
function usualStep(lines: readonly PdfLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, n) => (lines[n]?.y ?? 0) - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor((steps.length - 1) * 0.4)] ?? 0;
}

const endsSentence = /[.!?:…][)\]"'”’»]*$/u;

function opensParagraph(previous: PdfLine, line: PdfLine, next: PdfLine | undefined, usual: number): boolean {
  const step = previous.y - line.y;
  const isOtherSize = Math.abs(previous.height - line.height) > 0.15 * Math.max(previous.height, line.height);
  if (isOtherSize) return true;
  // The next column or page: a sentence that has not ended continues there.
  if (step <= 0 || step > 8 * usual) return endsSentence.test(previous.text);
  if (step > 1.35 * usual) return true;
  // The first line of a paragraph is set in, or the last one of the paragraph before ends early.
  const isSetIn = line.x - previous.x > 0.8 * line.height && (next === undefined || next.x < line.x);
  const endsEarly = previous.endX < line.endX - 4 * line.height && endsSentence.test(previous.text);
  return isSetIn || endsEarly;
}

/** @param known the words of the text: "long-" and "term" are one word with its hyphen if "long-term" is one of them */
function joinWords(before: string, after: string, known: ReadonlySet<string>): string {
  const [, first = '', hyphen] = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u.exec(before) ?? [];
  const [second = ''] = /^\p{Ll}[\p{L}\p{M}]*/u.exec(after) ?? [];
  if (hyphen === undefined || second === '') return `${before} ${after}`;
  const isCompound = known.has(`${first}-${second}`.toLowerCase());
  return `${isCompound ? before : before.slice(0, -1)}${after}`;
}
