import * as v from 'valibot';
import { packFiles } from '../../knowledge/pack-schema.ts';
import { quoteArticles } from '../quote-articles.ts';
import { draftEntities } from './draft-entities.ts';
import { draftSources } from './draft-sources.ts';
import { draftStatements } from './draft-statements.ts';
import type { DraftedArticle, DraftedPack } from './drafted-pack.ts';

/** A topic's colour until the author chooses another. */
const topicColor = '#1a6fb0';

/**
 * Drafts a pack on the event that the articles report: sources, entities with their names, statements with
 * their wordings, and one topic.
 * @param topic the topic's id
 */
export function draftPack(drafted: readonly DraftedArticle[], topic: string): DraftedPack {
  const articles = drafted.map(({ article }) => article);
  const sources = draftSources(drafted);
  const sourceIds = sources.map(({ id }) => id);
  const language = findLanguage(articles.map((article) => article.language));
  const quoted = quoteArticles(articles);
  const entities = draftEntities(articles, sourceIds, quoted.quotations, topic, language);
  return {
    language,
    topics: [{ id: topic, title: '', onByDefault: true, color: topicColor }],
    sources,
    entities: entities.map(({ entity }) => entity),
    statements: draftStatements(articles, sourceIds, quoted, entities),
  };
}

/** The most frequent language that the articles state; English if none does. */
export function findLanguage(stated: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const language of stated) {
    if (v.is(packFiles.pack.entries.language, language))
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [[most] = ['en']] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most;
}
