import { FileError } from '../../contracts/file-problem.ts';
import { decodeText } from '../../knowledge/validation/decode-text.ts';
import { readArticlePage } from '../../page/article/read-article-page.ts';
import type { Article } from '../../stories/text/article.ts';

/**
 * The article of a saved page. The page is parsed into a document of its own, in which no script runs and nothing is
 * loaded, and which is never shown.
 * @throws FileError if its letters cannot be read, or it holds no article
 */
export function readHtml(bytes: Uint8Array): Article {
  const document = new DOMParser().parseFromString(decodePage(bytes), 'text/html');
  const article = readArticlePage(document, '');
  if (article.text === '') throw new FileError({ code: 'fileWithoutArticle', values: {} });
  return article;
}

/** A page says its own encoding within its first bytes; without that it must be UTF-8. */
function decodePage(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const [, stated] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start) ?? [];
  const { text } = decodeText(bytes);
  if (text !== undefined) return text;
  const encoding = stated ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FileError({ code: 'pageEncoding', values: { encoding } }, { cause: error });
  }
}
