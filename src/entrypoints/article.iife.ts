import { articleReaderName, type ReadArticle } from '../page/article/article-port.ts';
import { isArticle } from '../page/article/is-article.ts';
import { readArticlePage } from '../page/article/read-article-page.ts';
import { waitForDocument } from '../page/article/wait-for-document.ts';

const readArticle: ReadArticle = async () => {
  await waitForDocument(document);
  const article = readArticlePage(document, location.href);
  return isArticle(article.text) ? article : null;
};

Object.defineProperty(globalThis, Symbol.for(articleReaderName), { value: readArticle, configurable: true });
