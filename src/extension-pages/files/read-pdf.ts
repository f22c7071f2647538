import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { FileError } from '../../contracts/file-problem.ts';
import type { Article } from '../../stories/text/article.ts';
import { joinPdfLines, type PdfLine } from './join-pdf-lines.ts';

/** A report of this length has some million characters. */
const maxPages = 1_000;

/**
 * Reads a PDF as text, with what the file says of itself. Loads pdf.js, which works without network, WebAssembly and
 * evaluated code: from the file it takes the text only.
 * @param startWorker starts a worker with pdf.js's own part
 * @throws FileError if it is damaged, encrypted, too long, or a picture of a text
 */
export async function readPdf(
  bytes: Uint8Array,
  startWorker: () => Worker,
): Promise<Omit<Article, 'address'>> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = startWorker();
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  });
  try {
    const pdf = await task.promise.catch((error: unknown) => {
      throw describeRefusal(error);
    });
    if (pdf.numPages > maxPages) {
      throw new FileError({ code: 'pdfTooLong', values: { count: pdf.numPages, most: maxPages } });
    }
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(joinItems(items.filter((item): item is TextItem => 'str' in item)));
      page.cleanup();
    }
    const text = joinPdfLines(pages);
    if (!/[\p{L}\p{N}]/u.test(text)) throw new FileError({ code: 'pdfWithoutText', values: {} });
    const { info } = await pdf.getMetadata();
    return { ...describe(info as PdfInfo, pages[0] ?? []), text };
  } finally {
    await task.destroy();
    port.terminate();
  }
}

function describeRefusal(error: unknown): FileError {
  const name = error instanceof Error ? error.name : '';
  const code = name === 'PasswordException' ? 'pdfEncrypted' : 'pdfDamaged';
  return new FileError({ code, values: {} }, { cause: error });
}

/** What a PDF says of itself; any of it may be missing, or of another type in a damaged file. */
interface PdfInfo {
  readonly Title?: unknown;
  readonly Author?: unknown;
  readonly CreationDate?: unknown;
  readonly Language?: unknown;
}

function describe(info: PdfInfo, firstPage: readonly PdfLine[]): Omit<Article, 'address' | 'text'> {
  const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(textOf(info.CreationDate)) ?? [];
  const title = textOf(info.Title);
  // A program's own words: "Microsoft Word - draft 3.doc", "untitled".
  const isProgramme = /\.\w{2,4}$|^untitled|^microsoft word|^document\d*$/i.test(title);
  const author = textOf(info.Author);
  return {
    title: title === '' || isProgramme ? findHeadline(firstPage) : title,
    outlet: '',
    // A single word is the name of an account.
    authors: /\s/.test(author) ? [author] : [],
    date: year ? `${year}-${month}-${day}` : '',
    language: textOf(info.Language),
  };
}

/** The largest lines of the first page. */
function findHeadline(lines: readonly PdfLine[]): string {
  const largest = Math.max(0, ...lines.map(({ height }) => height));
  const first = lines.findIndex(({ height }) => height > 0.95 * largest);
  const isLarge = (line: PdfLine | undefined) => line !== undefined && line.height > 0.95 * largest;
  let end = first;
  while (isLarge(lines[end]) && end - first < 4) end += 1;
  const headline = lines
    .slice(Math.max(0, first), end)
    .map(({ text }) => text)
    .join(' ');
  // All in one size: the first line.
  return lines.every(isLarge) ? (lines[0]?.text ?? '') : headline;
}

/** The lines of a page: pieces that are on one line, in the order in which they are drawn. */
function joinItems(items: readonly TextItem[]): PdfLine[] {
  const lines: { text: string; x: number; y: number; endX: number; height: number }[] = [];
  for (const { str, transform, width, height: given } of items) {
    const [, skew = 0, , scale = 0, x = 0, y = 0] = transform as number[];
    const height = given || Math.abs(scale);
    // Stamps at the side of a page run upwards.
    if (str.trim() === '' || Math.abs(skew) > 0.1 * height) continue;
    const line = lines.at(-1);
    // A note number is on the line beside which it is raised.
    const isSameLine =
      line !== undefined &&
      Math.abs(line.y - y) < 0.5 * Math.max(line.height, height) &&
      x > line.endX - line.height;
    if (isSameLine) {
      const isApart = x - line.endX > 0.12 * line.height && !line.text.endsWith(' ');
      line.text += `${isApart ? ' ' : ''}${str}`;
      line.endX = x + width;
      line.height = Math.max(line.height, height);
    } else {
      lines.push({ text: str, x, y, endX: x + width, height });
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}
