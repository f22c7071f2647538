import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { compilePack } from '../../src/matching/compile-pack.ts';
import { DocumentMatcher } from '../../src/matching/document-matcher.ts';
import { openPageMatcher } from '../../src/matching/page-matcher.ts';
import type { AnnotatedArticle } from '../../src/view-models/annotated-article.ts';
import type { CardContent } from '../../src/view-models/card-content.ts';
import { makePageWords } from '../../src/view-models/card-front/make-page-words.ts';
import { makeCardContent } from '../../src/view-models/make-card-content.ts';
import { splitPlainText } from '../mentions/split-plain-text.ts';

/** The cards of all entities that an article mentions, as the background makes them on the article's page. */
export function makeArticleCards(
  pack: Pack,
  { text, ...page }: Pick<AnnotatedArticle, 'address' | 'date'> & { readonly text: string },
): CardContent[] {
  const document = new DocumentMatcher(openPageMatcher([compilePack(pack)]));
  const texts = splitPlainText(text).map((block, id) => ({ id, text: block }));
  document.add(texts);
  const findings = new Map(document.report([]).map((found) => [found.id, found]));
  const blocks = texts.map(({ id, text: block }) => {
    const { mentions = [], traces = [] } = findings.get(id) ?? {};
    return { text: block, mentions, traces };
  });
  const article = { title: '', ...page, blocks };
  const refs = new Set(blocks.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  return [...refs].flatMap((ref) => {
    const content = makeCardContent(pack, 'entity', ref);
    return content ? [{ ...content, page: makePageWords(pack, content, article) }] : [];
  });
}
