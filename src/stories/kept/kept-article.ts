import type { Article } from '../text/article.ts';

/** An article as it was at one time. */
export interface KeptVersion {
  /** ISO 8601, in UTC. */
  readonly keptAt: string;
  readonly article: Article;
}

/** An article that the reader has kept by a click, with every version of it. */
export interface KeptArticle {
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** Id of its story. */
  readonly story: string;
  /** A page of the web, a file that the reader opened, or a text that they pasted. */
  readonly kind: 'page' | 'file' | 'text';
  /** Oldest first, at least one: keeping the same address again adds one if the article has changed. */
  readonly versions: readonly KeptVersion[];
  /** What the reader has corrected: takes the place of what the article says of itself, in every version. */
  readonly corrections: ArticleCorrections;
  /** The reader's own. */
  readonly note: string;
}

export type ArticleCorrections = Partial<Pick<Article, 'title' | 'outlet' | 'authors' | 'date'>>;

/** What the reader follows: a group of kept articles. */
export interface Story {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly title: string;
  /** ISO 8601, in UTC. */
  readonly createdAt: string;
  /** Whether its quotations are marked on pages; like a topic's switch. */
  readonly isOn: boolean;
  /** Whether its names are marked on pages, too. */
  readonly marksNames: boolean;
  /** The reader's own. */
  readonly note: string;
  /** New with each change of its title, note or articles, by which caches notice it. The switches change nothing that is made of it. */
  readonly stamp: string;
}

/** The latest version of an article, as corrected by the reader. */
export function latestOf({ versions, corrections }: KeptArticle): Article {
  const latest = versions.at(-1);
  if (!latest) throw new RangeError('A kept article has at least one version.');
  return { ...latest.article, ...corrections };
}
