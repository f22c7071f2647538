import { maxTextLength } from '../../knowledge/pack-limits.ts';
import type { Pack, Source } from '../../knowledge/pack-schema.ts';
import { findLanguage } from '../drafts/draft-pack.ts';
import { draftSources } from '../drafts/draft-sources.ts';
import { draftStatements } from '../drafts/draft-statements.ts';
import { fitsPack, oneLine } from '../drafts/fits-pack.ts';
import { quoteArticles } from '../quote-articles.ts';
import { type KeptArticle, latestOf, type Story } from './kept-article.ts';

/** What the file says in the language of the interface. */
export interface HandOnTexts {
  readonly licence: string;
  /** The title of a story whose own is not valid in a pack. */
  readonly untitled: string;
  /** The note of a source without a date: `date` is when it was kept. */
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
  const sorted = articles.toSorted((a, b) => compareText(sortKeyOf(a), sortKeyOf(b)));
  const latest = sorted.map(latestOf);
  const sources = sorted.map((kept, i) => ({ article: latest[i] ?? latestOf(kept), name: kept.id }));
  const drafted = draftSources(sources);
  const ids = drafted.map(({ id }) => id);
  const quoted = quoteArticles(latest);
  const keptUntil = sorted.map(keptAtOf).sort(compareText).at(-1) ?? now;
  return {
    pack: {
      id: `story-${story.id}`,
      title: oneLine(story.title) || texts.untitled,
      version: versionAt(now),
      schemaVersion: 1,
      language: findLanguage(latest.map(({ language }) => language)),
      licence: texts.licence,
      knownTo: dayOf(keptUntil),
      corrections: [],
      origin: 'story',
      ...noteOf(story.note),
      topics: [],
      sources: drafted.map((source, i) => completeSource(source, sorted[i] as KeptArticle, texts)),
      entities: [],
      statements: draftStatements(latest, ids, quoted, [], maxHandedOnLength),
      claims: [],
      events: [],
    },
    undated: drafted.flatMap(({ date }, i) => (date.value === '' ? [latest[i]?.title ?? ''] : [])),
    leftOutCount: quoted.quotations.filter(({ quotation: { text } }) => text.length > maxHandedOnLength)
      .length,
  };
}

function sortKeyOf(kept: KeptArticle): string {
  return `${latestOf(kept).date.padEnd(10)} ${kept.id}`;
}

function keptAtOf({ versions }: KeptArticle): string {
  return versions.at(-1)?.keptAt ?? '';
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
function completeSource(source: Source, kept: KeptArticle, texts: HandOnTexts): Source {
  const isUndated = source.date.value === '';
  const notes = [kept.note.trim(), isUndated ? texts.dateIsWhenKept : ''].filter((note) => note !== '');
  return {
    ...source,
    outlet: source.outlet || source.title || texts.untitled,
    kind: kept.kind === 'page' ? 'news' : 'report',
    ...(isUndated && { date: { value: dayOf(keptAtOf(kept)), precision: 'day' } }),
    ...noteOf(notes.join('\n')),
  };
}
