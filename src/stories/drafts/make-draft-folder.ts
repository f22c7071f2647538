import { draftPack } from './draft-pack.ts';
import type { DraftedArticle, DraftedPack } from './drafted-pack.ts';
import { makePackInfo } from './make-pack-info.ts';

/** The folder in a pack's folder with the texts that its quotations are compared with; a built pack leaves it out. */
export const articlesFolder = 'articles';

/** What a pack's folder holds. Paths use `/`. */
export interface PackFolder {
  /** Path to the content of a JSON file, without the address of its schema. */
  readonly packFiles: Readonly<Record<string, object>>;
  /** Path to text. */
  readonly otherFiles: Readonly<Record<string, string>>;
}

/**
 * Drafts a pack from articles, as the folder in which its author finishes it, with the articles' texts.
 * @param id of the pack and of its topic
 * @param title empty if the author has still to write it
 * @param today `YYYY-MM-DD`
 */
export function makeDraftFolder(
  articles: readonly DraftedArticle[],
  { id, title, today }: { readonly id: string; readonly title: string; readonly today: string },
): { readonly draft: DraftedPack; readonly folder: PackFolder } {
  const draft = draftPack(articles, id);
  const { language, topics, sources, entities, statements } = draft;
  const latest =
    sources
      .map(({ date }) => date.value.padEnd(10, '-01'))
      .sort()
      .at(-1) ?? '';
  const knownTo = /^\d{4}-\d\d-\d\d$/.test(latest) && latest > today ? latest : today;
  const texts = sources.map((source, i) => [
    `${articlesFolder}/${source.id}.txt`,
    articles[i]?.article.text ?? '',
  ]);
  const packFiles = {
    'pack.json': { ...makePackInfo(id, title, knownTo), language },
    'topics.json': { topics },
    'sources.json': { sources },
    [`entities/${id}.json`]: { entities },
    'statements.json': { statements },
    'claims.json': { claims: [] },
    'events.json': { events: [] },
  };
  return { draft, folder: { packFiles, otherFiles: Object.fromEntries(texts) } };
}
