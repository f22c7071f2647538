import type { NamedThing } from '../names/find-named-things.ts';
import type { Article } from '../text/article.ts';
import { titles } from '../text/phrase-words.ts';
import { isHonorific } from './read-role.ts';

/**
 * "President Trump", for the articles that print no full name: the surname alone needs it on the page. "Mr. Trump" may be
 * anybody.
 */
export function findTitledNames(
  { kind, mentions }: Pick<NamedThing, 'kind' | 'mentions'>,
  articles: readonly Article[],
): string[] {
  if (kind !== 'person') return [];
  const withFullName = new Set(mentions.flatMap(({ article, text }) => (/\s/.test(text) ? [article] : [])));
  const found = mentions.flatMap(({ article, start, text }) => {
    if (withFullName.has(article)) return [];
    const [, title = ''] = /(\S+)\s$/.exec(articles[article]?.text.slice(0, start).slice(-40) ?? '') ?? [];
    return titles.has(title) && !isHonorific(title) ? [`${title} ${text}`] : [];
  });
  return [...new Set(found)];
}
