import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BlockPlace } from '../../src/matching/choose-shown.ts';
import { outlinePage } from '../../src/page/page-outline.ts';
import { readBlocks } from '../../src/page/read-blocks.ts';
import { splitPlainText } from './split-plain-text.ts';

export interface PageText {
  readonly blocks: readonly string[];
  placeOf(block: number): BlockPlace;
}

/** Style sheets are not read (only attributes and inline styles can hide text), and parsing them takes most of the time. */
const styleSheets = /(<style\b[^>]*>)[\s\S]*?(<\/style\s*>)/gi;

/** @throws Error with a reason and a remedy, for people, where the file is none that can be read. */
export async function readPage(file: string): Promise<PageText> {
  const extension = path.extname(file).toLowerCase();
  if (extension === '.txt') {
    const blocks = splitPlainText(await readFile(file, 'utf8'));
    return { blocks, placeOf: () => ({ isArticle: true, section: 0 }) };
  }
  if (extension !== '.html' && extension !== '.htm') {
    throw new Error(
      `Its name ends in "${extension}". What to do: give a saved page (.html) or a plain text (.txt).`,
    );
  }
  // Loaded for pages only: it takes longer than reading a hundred plain texts.
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const source = decodePage(await readFile(file));
  const { window } = new JSDOM(source, { virtualConsole: new VirtualConsole(), contentType: 'text/html' });
  const blocks = [...readBlocks(window.document.body ?? window.document)];
  const outline = outlinePage(blocks);
  return { blocks: blocks.map(({ text }) => text), placeOf: (block) => outline.placeOf(block) };
}

/**
 * A page without a charset of its own was mostly sent as UTF-8 by its server's header, which a saved file has lost; what
 * is no UTF-8 is left to the parser, which looks for the page's own encoding. Latin-1 keeps every byte for it.
 */
function decodePage(bytes: Buffer): string | Buffer {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // ISO-2022-JP is written in ASCII, with escapes where it changes the alphabet.
    if (!text.includes('\u001b')) return text.replace(styleSheets, '$1$2');
  } catch {
    // Below.
  }
  return Buffer.from(bytes.toString('latin1').replace(styleSheets, '$1$2'), 'latin1');
}
