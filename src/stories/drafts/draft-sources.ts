import * as v from 'valibot';
import { maxInnerListLength } from '../../knowledge/pack-limits.ts';
import { PackDate, Source } from '../../knowledge/pack-schema.ts';
import type { DraftedArticle } from './drafted-pack.ts';
import { oneLine } from './fits-pack.ts';
import { isSameArticle } from './is-same-article.ts';
import { IdMaker } from './make-ids.ts';

/** A source for each article, with what the article states. Outlet and date are empty if it does not state them. */
export function draftSources(articles: readonly DraftedArticle[]): Source[] {
  const ids = new IdMaker();
  const sources: Source[] = [];
  for (const { article, name, textSha256, id } of articles) {
    const outlet = oneLine(article.outlet);
    const title = oneLine(article.title);
    const authors = article.authors.map(oneLine).filter((author) => author !== '');
    const date = readDate(article.date);
    const url = v.is(Source.entries.url, article.address) ? article.address : undefined;
    const first = sources.find((other) => isSameArticle({ outlet, title, url }, other));
    sources.push({
      id: id ?? ids.make(outlet === '' ? name : `${outlet} ${date.value}`, `source-${sources.length + 1}`),
      outlet,
      ...(title !== '' && { title }),
      ...(authors.length > 0 && { authors: authors.slice(0, maxInnerListLength) }),
      date,
      kind: 'news',
      ...(url !== undefined && { url }),
      ...(first && { editionOf: first.editionOf ?? first.id }),
      ...(textSha256 !== undefined && { textSha256 }),
    });
  }
  return sources;
}

function readDate(value: string): PackDate {
  for (const precision of ['day', 'month', 'year'] as const) {
    const date = { value, precision };
    if (v.is(PackDate, date)) return date;
  }
  return { value: '', precision: 'day' };
}
