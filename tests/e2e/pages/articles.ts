import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Article {
  readonly name: string;
  /** A whole HTML document. */
  readonly html: string;
  /** The folder with the document as `article.html`, if it needs other files. */
  readonly folder?: string;
  /** The term that a reader would click first. */
  readonly term: string;
}

const projectRoot = join(import.meta.dirname, '../../..');
const sourcesFolder = join(projectRoot, '../shared/sources');

/**
 * The five articles from which the built-in pack is made, as pages, if available; otherwise only the project's own
 * demonstration article. Prints which.
 */
export function readArticles(): Article[] {
  if (!existsSync(sourcesFolder)) {
    console.warn(
      'Left out: the five source articles are not in ../shared/sources; the demonstration is tried alone.',
    );
    return [readDemonstration()];
  }
  const files = readdirSync(sourcesFolder).filter((file) => /^\d{3}_\w+\.txt$/.test(file));
  return [...files.sort().map(readSourceArticle), readDemonstration()];
}

function readSourceArticle(file: string): Article {
  const text = readFileSync(join(sourcesFolder, file), 'utf8');
  const term = text.includes('Rekognition') ? 'Rekognition' : 'Amazon';
  return { name: file.slice(0, 3), html: renderArticle(text), term };
}

function readDemonstration(): Article {
  const folder = join(projectRoot, 'assets/demo');
  const html = readFileSync(join(folder, 'article.html'), 'utf8');
  return { name: 'demonstration', html, folder, term: 'Rekognition' };
}

/** Plain text as a page: a paragraph for each run of lines, all inside `<article>`, which a click can focus. */
function renderArticle(text: string): string {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title></head>
<body><main tabindex="-1"><article>\n${paragraphs.join('\n')}\n</article></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
