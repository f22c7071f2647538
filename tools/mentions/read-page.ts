import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText, type EncodingFault } from '../../src/knowledge/validation/decode-text.ts';
import type { BlockPlace } from '../../src/matching/names/choose-shown.ts';
import { outlinePage } from '../../src/page/reading/page-outline.ts';
import { readUnseenBlocks } from '../../src/page/reading/read-blocks.ts';
import { CliError } from '../command-line/cli-error.ts';
import { describeInEnglish, formatProblem, makeFileError } from '../command-line/describe-in-english.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { splitPlainText } from './split-plain-text.ts';

export interface PageText {
  readonly blocks: readonly string[];
  placeOf(block: number): BlockPlace;
}

/**
 * The blocks of a saved page (.html) or a plain text (.txt).
 * @param name what an error calls the file
 * @throws CliError if it is not such a file, cannot be read, or characters would be replaced
 */
export async function readPage(file: string, name = file): Promise<PageText> {
  const extension = path.extname(file).toLowerCase();
  if (!['.txt', '.html', '.htm'].includes(extension) && !(await isFolder(file))) {
    const reason = 'Its name does not end in ".html" or ".txt".';
    const remedy = 'Give a saved page (.html) or a plain text (.txt).';
    throw makeFileError(name, reason, remedy);
  }
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explainFileError(error, 'Reading', name);
  });
  if (extension === '.txt') {
    const { text, fault } = decodeText(bytes);
    if (fault) throw rejectEncoding(fault, name);
    return { blocks: splitPlainText(text), placeOf: () => ({ isArticle: true, section: 0 }) };
  }
  const document = await parsePage(bytes, name);
  const blocks = [...readUnseenBlocks(document.body ?? document)];
  const outline = outlinePage(blocks);
  return { blocks: blocks.map(({ text }) => text), placeOf: (block) => outline.placeOf(block) };
}

function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function rejectEncoding(fault: EncodingFault, file: string): CliError {
  return new CliError(formatProblem(describeInEnglish({ file, path: '', ...fault })));
}

/**
 * Style sheets are ignored (only attributes and inline styles can hide text), and parsing them takes most of the time.
 */
const styleSheets = /(<style\b[^>]*>)[\s\S]*?(<\/style\s*>)/gi;

/**
 * Decodes a page. Without a charset of its own it was usually sent as UTF-8 by its server's header, which a saved file
 * has lost. If it is not UTF-8, the parser looks for the page's own encoding; Latin-1 preserves every byte for it.
 * @param name what an error calls the file
 * @throws CliError if characters would be replaced
 */
export async function parsePage(bytes: Buffer, name: string): Promise<Document> {
  const { fault } = decodeText(bytes);
  const isTextOfUtf8 = isUtf8(bytes) && fault?.code !== 'otherEncoding';
  // ISO-2022-JP is ASCII, with escapes that change the alphabet.
  const source =
    isTextOfUtf8 && !bytes.includes(0x1b)
      ? bytes
          .toString('utf8')
          .replace(/^\ufeff/, '')
          .replace(styleSheets, '$1$2')
      : Buffer.from(bytes.toString('latin1').replace(styleSheets, '$1$2'), 'latin1');
  // Loaded for pages only: it takes longer than reading a hundred plain texts.
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const { document } = new JSDOM(source, {
    virtualConsole: new VirtualConsole(),
    contentType: 'text/html',
  }).window;
  if (fault?.code === 'otherEncoding') {
    if (!document.characterSet.startsWith(fault.values.encoding as string)) throw rejectEncoding(fault, name);
  } else if (fault && document.characterSet === 'UTF-8' && !isTextOfUtf8) throw rejectEncoding(fault, name);
  return document;
}
