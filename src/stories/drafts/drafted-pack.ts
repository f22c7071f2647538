import type { Entity, EntityType, Source, Statement, Topic } from '../../knowledge/pack-schema.ts';
import type { Article } from '../text/article.ts';

/** An article that a pack is drafted from. */
export interface DraftedArticle {
  readonly article: Article;
  /** What its file is called, without an ending: names the source where nobody knows the outlet. */
  readonly name: string;
  /** SHA-256 of the article's text in UTF-8, in hexadecimal. */
  readonly textSha256: string;
}

/** An entity as far as articles tell: `summary` is empty, and `type` where nothing tells it. */
export interface DraftedEntity extends Omit<Entity, 'type'> {
  readonly type: EntityType | '';
}

/** What of a pack articles tell. Every text that only a person can write is there, and empty; there are no claims and no events. */
export interface DraftedPack {
  readonly language: string;
  readonly topics: readonly Topic[];
  /** In the order of the articles. */
  readonly sources: readonly Source[];
  /** The most often named first. */
  readonly entities: readonly DraftedEntity[];
  /** In the order of the articles, then of their text. */
  readonly statements: readonly Statement[];
}
