import { maxInnerListLength, maxLineLength } from '../../knowledge/pack-limits.ts';
import type { Entity, Fact, Pack, Source } from '../../knowledge/pack-schema.ts';
import { keptPackId } from '../../knowledge/qualify-pack.ts';
import { draftEntities, type NamedEntity } from '../drafts/draft-entities.ts';
import { findLanguage } from '../drafts/draft-pack.ts';
import { draftSources } from '../drafts/draft-sources.ts';
import { draftStatements } from '../drafts/draft-statements.ts';
import { fitsPack } from '../drafts/fits-pack.ts';
import { quoteArticles } from '../quote-articles.ts';
import type { Article } from '../text/article.ts';
import { type KeptArticle, latestOf, type Story } from './kept-article.ts';

/** The id of the one topic of a story's pack: the story. */
export const topicId = 'story';
/** No topic's colour: what is kept has a line of its own. */
export const neutralTopicColor = '#808080';

/**
 * The pack as which a kept story is served: an utterance is a statement, an article a source, whose id is the
 * article's. Statements are all utterances, and all quotations that only one article prints; names, titles and terms
 * between quotation marks are none. A speaker is named only if that is certain. It has entities only if the reader has
 * the story's names marked: without summaries, with what the articles call them as facts.
 *
 * Never stored and never written to a file as it is: an article may state neither outlet nor date.
 * @param kept the story's articles
 * @param maxLength UTF-16 units; longer quotations are left out
 */
export function makeStoryPack(
  story: Pick<Story, 'id' | 'title' | 'marksNames'>,
  kept: readonly KeptArticle[],
  maxLength?: number,
): Pack {
  const articles = kept.map(latestOf);
  const language = findLanguage(articles.map((article) => article.language));
  const sources = draftSources(
    kept.map(({ id }, number) => ({ article: articles[number] as Article, name: id, id })),
  ).map((source) => ({ ...source, outlet: source.outlet || nameWithoutOutlet(source) }));
  const sourceIds = sources.map(({ id }) => id);
  const quoted = quoteArticles(articles);
  const named = story.marksNames
    ? draftEntities(articles, sourceIds, quoted.quotations, topicId, language)
    : [];
  return {
    id: keptPackId(story.id),
    title: story.title,
    version: '1.0.0',
    schemaVersion: 1,
    language,
    licence: 'Quotations belong to those who are quoted, and to the outlets that print them.',
    knownTo: latestDay(kept),
    corrections: [],
    origin: 'story',
    topics: [{ id: topicId, title: story.title, onByDefault: true, color: neutralTopicColor }],
    sources,
    entities: named.map((one) => makeEntity(one, sourceIds)),
    statements: draftStatements(articles, sourceIds, quoted, named, maxLength),
    claims: [],
    events: [],
  };
}

/** A file or a pasted text may state none: its title, or the address's host, tells it from others. */
function nameWithoutOutlet({ title, url, id }: Source): string {
  return title ?? /^https:\/\/([^/?#]+)/.exec(url ?? '')?.[1] ?? id;
}

/** The day on which the last version of an article was kept. */
function latestDay(kept: readonly KeptArticle[]): string {
  const days = kept.flatMap(({ versions }) => versions.map(({ keptAt }) => keptAt.slice(0, 10)));
  return days.sort().at(-1) ?? '';
}

function makeEntity({ entity, descriptions }: NamedEntity, sourceIds: readonly string[]): Entity {
  const cites = descriptions
    .filter(({ text }) => fitsPack(text, maxLineLength))
    .map(({ article, text }) => ({ source: sourceIds[article] as string, quote: text.replace(/\s+/g, ' ') }))
    .slice(0, maxInnerListLength);
  const facts: Fact[] = cites.length > 0 ? [{ text: entity.title, cites }] : [];
  // The schema has no word for what nothing shows the nature of.
  return { ...entity, type: entity.type || 'concept', facts };
}
