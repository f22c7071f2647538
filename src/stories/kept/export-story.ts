import { maxTextLength } from '../../knowledge/pack-limits.ts';
import type { Pack, Source } from '../../knowledge/pack-schema.ts';
import { fitsPack, oneLine } from '../drafts/fits-pack.ts';
import { quoteArticles } from '../quote-articles.ts';
import { type KeptArticle, latestOf, type Story } from './kept-article.ts';
import { makeStoryPack } from './make-story-pack.ts';

/** What the file says in the language of the interface. */
export interface HandOnTexts {
  readonly licence: string;
  /** The title of a story whose own is not valid in a pack. */
  readonly untitled: string;
  /** The note of a source without a date: its `date` is when it was kept. */
  readonly dateIsWhenKept: string;
}

export interface HandedOnStory {
  readonly pack: Pack;
  /** Titles of the articles that state no date: the file gives the day on which they were kept. */
  readonly undated: readonly string[];
  /** How many quotations are left out because they are longer than the limit. */
  readonly leftOutCount: number;
}

/** UTF-16 units: a longer passage, such as a whole speech, is an article rather than a quotation. */
export const maxHandedOnLength = 2_000;

/**
 * A story as a pack file that another reader imports: quotations with the words that attribute them, citations,
 * and the reader's notes. It has no other text of the articles, and no entities: a pack's entities have
 * summaries, which only a person can write. A later export of the story updates an earlier one.
 * @param articles of the story, at least one
 * @param now ISO 8601, in UTC
 */
export function exportStory(
  story: Story,
  articles: readonly KeptArticle[],
  now: string,
  texts: HandOnTexts,
): HandedOnStory {
  const served = makeStoryPack({ ...story, marksNames: false }, articles, maxHandedOnLength);
  const { quotations } = quoteArticles(articles.map(latestOf));
  const isUndated = ({ date }: Source) => date.value === '';
  return {
    pack: {
      ...served,
      id: `story-${story.id}`,
      title: oneLine(story.title) || texts.untitled,
      version: versionAt(now),
      licence: texts.licence,
      ...noteOf(story.note),
      // Only entities have topics.
      topics: [],
      sources: served.sources.map((source, i) => completeSource(source, articles[i] as KeptArticle, texts)),
    },
    undated: served.sources.filter(isUndated).map(({ title, outlet }) => title ?? outlet),
    leftOutCount: quotations.filter(({ quotation: { text } }) => text.length > maxHandedOnLength).length,
  };
}

/** Grows with time, so that a later export is the newer version: `2026.1130.193145`. */
function versionAt(now: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = now.split(/\D/);
  return [year, month + day, hour + minute + second].map(Number).join('.');
}

function noteOf(text: string): { readonly note?: string } {
  const note = text.trim();
  return fitsPack(note, maxTextLength) ? { note } : {};
}

/** Fills in what the schema requires and the article does not state. */
function completeSource(source: Source, { kind, note, versions }: KeptArticle, texts: HandOnTexts): Source {
  const isUndated = source.date.value === '';
  const notes = [note.trim(), isUndated ? texts.dateIsWhenKept : ''].filter((one) => one !== '');
  const keptOn = versions.at(-1)?.keptAt.slice(0, 10) ?? '';
  return {
    ...source,
    kind: kind === 'page' ? 'news' : 'report',
    ...(isUndated && { date: { value: keptOn, precision: 'day' } }),
    ...noteOf(notes.join('\n')),
  };
}
