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
  // Latin-1 keeps every byte, so that the parser can still find the page's own encoding.
  const source = Buffer.from(
    (await readFile(file)).toString('latin1').replace(styleSheets, '$1$2'),
    'latin1',
  );
  const { window } = new JSDOM(source, { virtualConsole: new VirtualConsole(), contentType: 'text/html' });
  const blocks = [...readBlocks(window.document.body ?? window.document)];
  const outline = outlinePage(blocks);
  return { blocks: blocks.map(({ text }) => text), placeOf: (block) => outline.placeOf(block) };
}
