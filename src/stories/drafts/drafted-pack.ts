import type { Entity, EntityType, Source, Statement, Topic } from '../../knowledge/pack-schema.ts';
import type { Article } from '../text/article.ts';

/** An article that a pack is drafted from. */
export interface DraftedArticle {
  readonly article: Article;
  /** Its file name without the extension: names the source if the outlet is unknown. */
  readonly name: string;
  /** SHA-256 of the article's text in UTF-8, in hexadecimal; none in a pack that is made again whenever it is needed. */
  readonly textSha256?: string;
  /** The id of its source, if that is not to be made of outlet and date. */
  readonly id?: string;
}

/** An entity as far as the articles describe it: `summary` is empty, and so is `type` if nothing shows it. */
export interface DraftedEntity extends Omit<Entity, 'type'> {
  readonly type: EntityType | '';
}

/** The parts of a pack that articles provide. Texts that only a person can write are empty strings; there are no claims and no events. */
export interface DraftedPack {
  readonly language: string;
  readonly topics: readonly Topic[];
  /** In the order of the articles. */
  readonly sources: readonly Source[];
  /** The most frequent first. */
  readonly entities: readonly DraftedEntity[];
  /** In the order of the articles, then of their text. */
  readonly statements: readonly Statement[];
}
