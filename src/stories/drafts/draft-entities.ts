import { maxNameLength } from '../../knowledge/pack-limits.ts';
import type { EntityType } from '../../knowledge/pack-schema.ts';
import { type ArticleSpan, findNamedThings, type NamedThing } from '../names/find-named-things.ts';
import { isNameOf } from '../quotations/full-names.ts';
import type { QuotedArticles } from '../quote-articles.ts';
import type { Article } from '../text/article.ts';
import { calendarAndPeoples } from '../text/phrase-words.ts';
import { draftNames, readSmallWords } from './draft-names.ts';
import type { DraftedEntity } from './drafted-pack.ts';
import { findTitledNames } from './find-titled-names.ts';
import { fitsPack } from './fits-pack.ts';
import { IdMaker } from './make-ids.ts';

/** An entity of a draft, and where the articles name it. */
export interface NamedEntity {
  readonly entity: DraftedEntity;
  readonly spellings: ReadonlySet<string>;
  readonly mentions: readonly ArticleSpan[];
  /** As printed, see `NamedThing`. */
  readonly descriptions: readonly ArticleSpan[];
}

/** A name of the articles that may become an entity. */
interface Candidate extends Pick<NamedThing, 'name' | 'kind' | 'spellings' | 'mentions' | 'descriptions'> {}

/**
 * Who and what the articles name, the most frequent first: at two places, or once if it is certainly a
 * person or an organisation. Left out are the outlets of the articles, peoples, and names that the articles
 * also use as an ordinary word.
 * @param sources the id of each article's source
 */
export function draftEntities(
  articles: readonly Article[],
  sources: readonly string[],
  quotations: QuotedArticles['quotations'],
  topic: string,
  language: string,
): NamedEntity[] {
  const smallWords = readSmallWords(articles);
  const outlets = new Set(articles.map(({ outlet }) => outlet));
  const candidates: Candidate[] = findNamedThings(articles, undefined, 1).filter(
    (thing) => !outlets.has(thing.name) && isSubject(thing, articles, smallWords),
  );
  const known = new Set(candidates.flatMap(({ spellings }) => spellings));
  for (const { article, quotation } of quotations) {
    const name = quotation.speaker?.fullName;
    if (!quotation.speaker || name === undefined || !name.includes(' ')) continue;
    if ([...known].some((other) => isNameOf(name, other))) continue;
    known.add(name);
    const { start, end, text } = quotation.speaker;
    const spellings = name !== text && name.endsWith(text) ? [name, text] : [name];
    const mentions = [{ article, start, end, text }];
    candidates.push({ name, kind: 'person', spellings, mentions, descriptions: [] });
  }
  const ids = new IdMaker();
  const drafts = candidates.map((candidate) => ({
    ...candidate,
    spellings: [...candidate.spellings, ...findTitledNames(candidate, articles)],
    id: ids.make(candidate.name, 'entity'),
  }));
  const taken = new Set<string>();
  return drafts.flatMap(({ id, ...candidate }) => {
    const entityNames = draftNames(id, candidate, { language, smallWords, taken, others: drafts });
    if (entityNames.length === 0) return [];
    const cites = new Set(candidate.mentions.map(({ article }) => sources[article] ?? ''));
    return {
      spellings: new Set(candidate.spellings),
      mentions: candidate.mentions,
      descriptions: candidate.descriptions,
      entity: {
        id,
        type: typeOf(candidate),
        topic,
        title: candidate.name.replace(/\s+/g, ' '),
        show: isCommon(candidate) ? ('with-story' as const) : ('always' as const),
        names: entityNames,
        summary: '',
        summaryCites: [...cites],
        facts: [],
        related: [],
      },
    };
  });
}

/** "Black communities": some outlets capitalise these adjectives, which are not names. */
const peoplesByColor: ReadonlySet<string> = new Set(['black', 'brown', 'white']);
/** If this many characters around a name are equal, two articles print one text: a caption, an agency's report. */
const contextLength = 20;

function isSubject(
  thing: NamedThing,
  articles: readonly Article[],
  smallWords: ReadonlyMap<string, number>,
): boolean {
  const { name, kind, mentions, spellings } = thing;
  if (!fitsPack(name, maxNameLength) || /[/()]|-based\b/.test(name)) return false;
  const word = name.toLowerCase();
  const isPeople = [word, word.replace(/s$/, '')].some((one) => calendarAndPeoples.has(one));
  if (isPeople || (peoplesByColor.has(word) && spellings.length === 1)) return false;
  if (kind !== 'work' && (smallWords.get(word) ?? 0) >= mentions.length) return false;
  const places = new Set(
    mentions.map(({ article, start, end }) =>
      articles[article]?.text.slice(Math.max(0, start - contextLength), end + contextLength),
    ),
  );
  return places.size > 1 || isSureOnce(thing, articles);
}

/** Whether it is named in full, and a title, a description or the name shows a person or an organisation. */
function isSureOnce(
  { name, kind, mentions, descriptions }: NamedThing,
  articles: readonly Article[],
): boolean {
  if (!/\s/.test(name) || (kind !== 'person' && kind !== 'organisation' && descriptions.length === 0))
    return false;
  // "National Institute of Standards and Technology": the name may go on.
  return mentions.every(
    ({ article, end }) => !/^\s(?:and|for|of|&)\s/.test(articles[article]?.text.slice(end, end + 6) ?? ''),
  );
}

/** A single word is a well-known company or place, or occurs in other stories, too. */
function isCommon({ name, kind }: Candidate): boolean {
  return kind === 'place' || (kind !== 'person' && !/\s/.test(name));
}

const byWord: readonly (readonly [RegExp, EntityType])[] = [
  [/\b(?:Act|Bill|Law|Amendment|Ordinance)$/, 'law'],
  [/\b(?:Study|Report|Survey|Census)$/, 'study'],
  [/\b(?:Inc|Corp|Co|Ltd|LLC|Company|Airlines|Motors|Bank)\.?$/, 'company'],
  [
    /\b(?:Department|Ministry|Bureau|Agency|Commission|Committee|Congress|Parliament|Senate|Court|Council|Police|Sheriff|Office|Board)\b/,
    'agency',
  ],
  [/\b(?:Programme|Program|Initiative|Project)$/, 'programme'],
];

/** Empty if the words do not show it. */
function typeOf({ name, kind, spellings }: Candidate): DraftedEntity['type'] {
  if (kind === 'person' || kind === 'place') return kind;
  const typeByWord = byWord.find(([pattern]) => pattern.test(name))?.[1];
  if (typeByWord) return typeByWord;
  // Capitals alone may be anything: AI, GPS, FIFA.
  return kind === 'organisation' && spellings.some((spelling) => /\p{Ll}/u.test(spelling))
    ? 'organisation'
    : '';
}
