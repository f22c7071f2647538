import { FileError } from '../../contracts/file-problem.ts';
import { decodeText } from '../../knowledge/validation/decode-text.ts';
import { FailureError } from '../../settings/failure.ts';
import { maxArticleLength } from '../../stories/kept/bound-article.ts';
import type { Article } from '../../stories/text/article.ts';

/** More is no text that somebody reads: a book has a megabyte of text, a PDF with pictures some ten. */
const maxFileBytes = 50_000_000;

/**
 * Reads a file that the reader has chosen: a page (`.html`), a text (`.txt`) or a PDF. Nothing of it is stored or shown
 * as markup.
 * @param startPdfWorker starts a worker with pdf.js's own part; called for a PDF only
 * @returns an article without an address, in which each field but the text may be empty
 * @throws FileError that says why it cannot be read
 */
export async function readFile(file: File, startPdfWorker: () => Worker): Promise<Article> {
  if (file.size === 0) throw new FileError({ code: 'fileEmpty', values: {} });
  if (file.size > maxFileBytes) {
    throw new FileError({
      code: 'fileTooLarge',
      values: { megabytes: Math.ceil(file.size / 1_000_000), most: maxFileBytes / 1_000_000 },
    });
  }
  const bytes = await readBytes(file);
  const kind = kindOf(file, bytes);
  const article = await readAs(kind, bytes, startPdfWorker);
  if (!/[\p{L}\p{N}]/u.test(article.text)) throw new FileError({ code: 'fileWithoutText', values: {} });
  if (article.text.length > maxArticleLength) {
    throw new FileError({
      code: 'fileTextTooLong',
      values: { count: article.text.length, most: maxArticleLength },
    });
  }
  return { ...article, title: article.title || file.name.replace(/\.[^.]*$/, '') };
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new FailureError({ code: 'fileUnreadable', values: {} }, { cause: error });
  }
}

type FileKind = 'pdf' | 'html' | 'text';

/** By its first bytes, or else by its name. */
function kindOf({ name }: File, bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  if (/\.pdf$/i.test(name)) throw new FileError({ code: 'pdfDamaged', values: {} });
  if (/\.x?html?$/i.test(name)) return 'html';
  if (/\.(?:txt|text|md)$/i.test(name)) return 'text';
  throw new FileError({ code: 'fileKindUnknown', values: { file: name } });
}

async function readAs(kind: FileKind, bytes: Uint8Array, startPdfWorker: () => Worker): Promise<Article> {
  if (kind === 'pdf') {
    const { readPdf } = await import('./read-pdf.ts');
    return { address: '', ...(await readPdf(bytes, startPdfWorker)) };
  }
  if (kind === 'text') return readText(decodeFile(bytes));
  const { readHtml } = await import('./read-html.ts');
  return readHtml(bytes);
}

/** Its first line is its title if it looks like one: short, and with a blank line behind it. */
function readText(decoded: string): Article {
  const text = decoded
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\f/g, '\n')
    .trim();
  const [, first = ''] = /^(.{1,200})\n\s*\n/.exec(text) ?? [];
  const title = /[.!?:;,…]["'”’»)]*$/.test(first) ? '' : first.trim();
  return { title, outlet: '', authors: [], date: '', address: '', language: '', text };
}

/** Decision 043. */
function decodeFile(bytes: Uint8Array): string {
  const { text, fault } = decodeText(bytes);
  if (fault === undefined) return text;
  if (fault.code === 'otherEncoding') {
    throw new FileError({ code: 'fileOtherEncoding', values: { encoding: fault.values.encoding } });
  }
  const { line, column } = fault.values;
  throw new FileError({ code: 'fileNotUtf8', values: { line, column } });
}
